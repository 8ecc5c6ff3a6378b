package fr.microcredit.intake.request;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.Applicants;
import fr.microcredit.intake.applicant.Persons;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.Content;
import fr.microcredit.intake.request.domain.Registration;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** An office opens a dossier for a person, all but the applicant may follow later, and writes the draft anew. */
@ApplicationScoped
public class PrepareRequest {
    private final Acts acts;
    private final Store<Request> requests;
    private final Applicants applicants;
    private final Persons persons;
    private final Openings openings;
    private final OfficeCodes codes;
    private final BusinessCalendar calendar;

    PrepareRequest(Acts acts, Store<Request> requests, Applicants applicants, Persons persons, Openings openings,
            OfficeCodes codes, BusinessCalendar calendar) {
        this.acts = acts;
        this.requests = requests;
        this.applicants = applicants;
        this.persons = persons;
        this.openings = openings;
        this.codes = codes;
        this.calendar = calendar;
    }

    /** It is entrusted to whoever opens it. */
    public Uni<Kept<Request>> open(Act act, Applicant applicant, Content content) {
        String office = act.actor().tenantId();
        UUID dossier = UUID.randomUUID();
        return calendar.dateOf(act)
                .chain(on -> openings.begin(applicant, office, codes.of(office), on.getYear()))
                .chain(opening -> acts.open(act, requests, on -> RequestRules.open(
                        About.dossier(dossier, opening.person(), office),
                        Registration.of(opening.number(), act.actor().subject()), applicant, content, on)))
                .call(kept -> applicants.put(kept.key(), office, applicant));
    }

    public Uni<Kept<Request>> change(Act act, UUID dossierId, Applicant applicant, Content content) {
        String key = dossierId.toString();
        return persons.asked(applicant)
                .chain(asked -> acts.changeAfter(act, requests, key, key,
                        (request, on) -> asked.map(person -> RequestRules
                                .change(request, request.about().of(person), applicant, content, on))))
                .call(kept -> applicants.put(key, kept.state().tenant(), applicant));
    }
}
