package fr.microcredit.intake.accompaniment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.intake.accompaniment.domain.AccompanimentRules;
import fr.microcredit.intake.applicant.Applicants;
import fr.microcredit.intake.applicant.Persons;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.CorrectionRules;
import fr.microcredit.intake.request.domain.CorrectionRules.Correction;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** What was written down of the applicant is put right; nobody decides again, and the bank that has the request is told. */
@ApplicationScoped
public class CorrectApplicant {
    private final Acts acts;
    private final Store<Request> requests;
    private final Store<Accompaniment> accompaniments;
    private final Applicants applicants;
    private final Persons persons;

    CorrectApplicant(Acts acts, Store<Request> requests, Store<Accompaniment> accompaniments, Applicants applicants,
            Persons persons) {
        this.acts = acts;
        this.requests = requests;
        this.accompaniments = accompaniments;
        this.applicants = applicants;
        this.persons = persons;
    }

    public Uni<Kept<Request>> handle(Act act, UUID dossierId, Applicant applicant) {
        String key = dossierId.toString();
        return Locks.ahead(key).chain(() -> applicants.asked(key))
                .chain(before -> Beside.of(requests.locked(key), accompaniments.find(key),
                        (request, known) -> known.map(Kept::state))
                        .chain(known -> acts.changeAfter(act, requests, key, key,
                                (request, on) -> before.map(found -> found.orElseThrow(RefusedException::unknown))
                                        .chain(was -> persons.identifyAs(applicant, request.about().personId())
                                                .map(person -> CorrectionRules.correct(request, was,
                                                        new Correction(applicant, person,
                                                                AccompanimentRules.bankHas(request, known)),
                                                        on))))))
                .call(kept -> applicants.put(key, kept.state().tenant(), applicant));
    }
}
