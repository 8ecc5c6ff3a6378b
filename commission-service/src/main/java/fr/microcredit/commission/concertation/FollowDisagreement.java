package fr.microcredit.commission.concertation;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.domain.ConcertationRules;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.store.Kept;

/** Notes where a bank disagrees, and what ends it: its last word, or the end of the request. */
@ApplicationScoped
public class FollowDisagreement {
    private final Reactions reactions;
    private final Disagreements disagreements;
    private final Requests requests;

    FollowDisagreement(Reactions reactions, Disagreements disagreements, Requests requests) {
        this.reactions = reactions;
        this.disagreements = disagreements;
        this.requests = requests;
    }

    public Uni<Void> disagreed(About about, int round, LocalDate on) {
        return requests.find(about.dossierId().toString()).chain(request -> reactions.always(disagreements,
                Disagreement.keyOf(about.dossierId(), about.bank()), on,
                known -> new Accepted<>(ConcertationRules.disagreed(about, round, on,
                        request.map(Kept::state).filter(Request::isGone).map(Request::lastOn)), List.of())));
    }

    /** With the bank that has the request; where none has it there is nothing to settle. */
    public Uni<Void> settled(About about, LocalDate on) {
        return about.bankId().map(bank -> reactions.ifKnown(disagreements,
                Disagreement.keyOf(about.dossierId(), bank), on,
                known -> new Accepted<>(ConcertationRules.settled(known, on), List.of())))
                .orElseGet(Uni.createFrom()::voidItem);
    }

    /**
     * A named agent has confirmed that a request does not fit.
     *
     * @param revision that was confirmed; a newer one goes on
     */
    public Uni<Void> confirmedIneligible(About about, int revision, LocalDate on) {
        return requests.find(about.dossierId().toString()).chain(request -> request
                .filter(kept -> kept.state().revision() == revision).isPresent()
                        ? settled(about, on)
                        : Uni.createFrom().voidItem());
    }
}
