package fr.microcredit.intake.difficulty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.DifficultyEvent;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** How an office acts on a loan: where none is paid out there is nothing to act on, and the stage says so. */
@ApplicationScoped
class DifficultyActs {
    private final Acts acts;
    private final Store<Request> requests;
    private final Store<Difficulty> difficulties;

    DifficultyActs(Acts acts, Store<Request> requests, Store<Difficulty> difficulties) {
        this.acts = acts;
        this.requests = requests;
        this.difficulties = difficulties;
    }

    /** On what the agent has read. */
    Uni<Kept<Difficulty>> change(Act act, UUID dossierId,
            BiFunction<Difficulty, LocalDate, Decision<Difficulty, DifficultyEvent>> rule) {
        String key = dossierId.toString();
        long version = act.expectedVersion();
        return paidOut(key).chain(known -> known
                ? acts.change(act, difficulties, key, key, rule)
                : refused(act, key).invoke(() -> Versions.check(version, Difficulty.NOTHING_KEPT))
                        .chain(DifficultyActs::wrongStage));
    }

    /** What says itself what it is about, and has one effect however many agents ask. */
    Uni<Kept<Difficulty>> report(Act act, UUID dossierId,
            BiFunction<Difficulty, LocalDate, Decision<Difficulty, DifficultyEvent>> rule) {
        String key = dossierId.toString();
        return paidOut(key).chain(known -> known
                ? acts.report(act, difficulties, key, key, rule)
                : refused(act, key).chain(DifficultyActs::wrongStage));
    }

    /** A rule of the loan that looks at the frozen terms too. */
    interface UnderTerms {
        Decision<Difficulty, DifficultyEvent> of(Request request, Difficulty loan, LocalDate on);
    }

    /** The same, where the request's terms say how far it goes. */
    Uni<Kept<Difficulty>> report(Act act, UUID dossierId, UnderTerms rule) {
        String key = dossierId.toString();
        return Locks.ahead(key).chain(() -> Beside.of(requests.find(key), difficulties.locked(key),
                (request, loan) -> loan.flatMap(any -> request.map(Kept::state))))
                .chain(request -> report(act, dossierId,
                        (loan, on) -> rule.of(request.orElseThrow(), loan, on)));
    }

    private Uni<Boolean> paidOut(String key) {
        return Locks.ahead(key).chain(() -> difficulties.locked(key)).map(Optional::isPresent);
    }

    /** A dossier of the own office: what is possible instead is told with the refusal. */
    private Uni<Void> refused(Act act, String key) {
        act.concerning(key);
        return requests.find(key).invoke(found -> found
                .filter(kept -> kept.state().tenant().equals(act.actor().tenantId()))
                .orElseThrow(RefusedException::unknown)).replaceWithVoid();
    }

    private static Uni<Kept<Difficulty>> wrongStage() {
        return Uni.createFrom().failure(RefusedException.of(Reason.conflict("dossier-stage")));
    }
}
