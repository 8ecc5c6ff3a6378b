package fr.microcredit.intake.accompaniment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.AbandonmentRules;
import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.intake.accompaniment.domain.AfterRefusalRules;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.dayend.DayEndJob;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** How a dossier ends without a loan: by a named agent's act, or with the last day of an approval that no bank wanted. */
@ApplicationScoped
public class EndDossier implements DayEndJob {
    private final Acts acts;
    private final Reactions reactions;
    private final Store<Request> requests;
    private final Accompaniments accompaniments;

    EndDossier(Acts acts, Reactions reactions, Store<Request> requests, Accompaniments accompaniments) {
        this.acts = acts;
        this.reactions = reactions;
        this.requests = requests;
        this.accompaniments = accompaniments;
    }

    /** Its bank has refused it, and the applicant asks no other one. */
    public Uni<Kept<Request>> notLent(Act act, UUID dossierId) {
        return end(act, dossierId.toString(), AfterRefusalRules::giveUp);
    }

    /** Nobody hears of the applicant any more. */
    public Uni<Kept<Request>> abandoned(Act act, UUID dossierId) {
        return end(act, dossierId.toString(), AbandonmentRules::abandon);
    }

    private interface Rule {
        Decision<Request, RequestEvent> of(Request request, Optional<Accompaniment> known, LocalDate on);
    }

    private Uni<Kept<Request>> end(Act act, String key, Rule rule) {
        return Locks.ahead(key)
                .chain(() -> Beside.of(requests.locked(key), accompaniments.find(key),
                        (request, known) -> known.map(Kept::state)))
                .chain(known -> acts.change(act, requests, key, key, (request, on) -> {
                    known.ifPresent(last -> BusinessCalendar.requireNotBefore(last.lastOn(), on, act.pointer()));
                    return rule.of(request, known, on);
                }));
    }

    @Override
    public String name() {
        return "approval-lapse";
    }

    @Override
    public Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to) {
        return accompaniments.nextLapse(from, to);
    }

    @Override
    public Uni<Integer> run(LocalDate day) {
        return accompaniments.lapsing(day).chain(due -> Each.mapped(due, last -> lapse(last.state(), day)))
                .map(ended -> ended.stream().mapToInt(Integer::intValue).sum());
    }

    private Uni<Integer> lapse(Accompaniment last, LocalDate day) {
        return requests.locked(last.key()).chain(found -> found
                .flatMap(request -> AfterRefusalRules.lapse(request.state(), last, day))
                .map(ended -> reactions.keep(requests, found, ended, day).replaceWith(1))
                .orElse(Uni.createFrom().item(0)));
    }
}
