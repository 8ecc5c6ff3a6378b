package fr.microcredit.intake.accompaniment;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.intake.accompaniment.domain.AccompanimentRules;
import fr.microcredit.intake.accompaniment.domain.AccompanimentRules.Effect;
import fr.microcredit.intake.accompaniment.domain.LoanReport;
import fr.microcredit.intake.request.FrozenTerms;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Follows a request with its bank. */
@ApplicationScoped
public class FollowLoan {
    private final Reactions reactions;
    private final Store<Request> requests;
    private final Store<Accompaniment> accompaniments;

    FollowLoan(Reactions reactions, Store<Request> requests, Store<Accompaniment> accompaniments) {
        this.reactions = reactions;
        this.requests = requests;
        this.accompaniments = accompaniments;
    }

    /** Early where the request has not been sent, or not this revision of it, or the report builds on another one. */
    public Uni<Reception> handle(LoanReport report) {
        String key = report.about().dossierId().toString();
        return requests.find(key).chain(request -> request.isEmpty()
                ? Uni.createFrom().item(Reception.EARLY)
                : accompaniments.locked(key).chain(known -> settle(known, AccompanimentRules
                        .apply(request.get().state(), known.map(Kept::state), report,
                                frozen(request.get().state())),
                        report)));
    }

    private static AccompanimentRules.Frozen frozen(Request request) {
        return new AccompanimentRules.Frozen(FrozenTerms.approvalDays(request), FrozenTerms.meetingRequired(request));
    }

    private Uni<Reception> settle(Optional<Kept<Accompaniment>> known, Effect effect, LoanReport report) {
        if (effect instanceof Effect.Moved moved) {
            return reactions.keep(accompaniments, known, moved.accepted(), report.on())
                    .replaceWith(Reception.APPLIED);
        }
        return Uni.createFrom().item(effect instanceof Effect.Early ? Reception.EARLY : Reception.APPLIED);
    }
}
