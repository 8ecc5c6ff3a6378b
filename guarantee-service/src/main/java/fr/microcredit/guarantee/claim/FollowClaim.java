package fr.microcredit.guarantee.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.claim.domain.Claim;
import fr.microcredit.guarantee.claim.domain.ClaimEvent;
import fr.microcredit.guarantee.claim.domain.ClaimRules;
import fr.microcredit.guarantee.claim.domain.Filing;
import fr.microcredit.guarantee.fund.GuaranteeLoan;
import fr.microcredit.guarantee.fund.domain.CallClause;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.outbox.Events;
import fr.microcredit.kit.reception.OwnHistory;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.store.Kept;

/** Follows what the bank tells of its claims: filed, taken back, money recovered, the loan written off. */
@ApplicationScoped
public class FollowClaim implements OwnHistory<ClaimEvent> {
    private final ClaimBooks books;
    private final GuaranteeLoan guarantee;
    private final Events events;

    FollowClaim(ClaimBooks books, GuaranteeLoan guarantee, Events events) {
        this.books = books;
        this.guarantee = guarantee;
        this.events = events;
    }

    /** @param filing made of the clause that holds for the guarantee, or of the platform's */
    public Uni<Void> filed(About about, UUID id, LocalDate on, Function<CallClause, Filing> filing) {
        return books.entered().chain(() -> books.claims().locked(id.toString()))
                .chain(known -> books.circumstances(about, id, Optional.empty(), on).chain(at -> {
                    Filing told = filing.apply(at.guarantee().flatMap(Guarantee::clause)
                            .orElseGet(() -> CallClause.silent(Optional.empty())));
                    return books.claims().put(known,
                            ClaimRules.filed(known.map(Kept::state), about, id, told, at));
                })).chain(() -> guarantee.claimed(about, id));
    }

    /** The bank takes a claim back. */
    public Uni<Void> withdrawn(About about, UUID id, LocalDate on) {
        return books.entered().chain(() -> books.claims().locked(id.toString()))
                .chain(known -> known.filter(kept -> kept.state().isOpen())
                        .map(kept -> ClaimRules.withdrawn(kept.state(), on))
                        .map(taken -> books.claims().put(known, taken).chain(() -> over(taken)))
                        .orElse(Uni.createFrom().voidItem()));
    }

    /** A claim that is not to decide any more: others are seen again, and a guarantee that waited only for it ends. */
    Uni<Void> over(Claim claim) {
        return books.seeAgain(claim.about()).chain(() -> claim.isWrittenOff()
                ? guarantee.writtenOff(claim.about(), claim.lastOn())
                : Uni.createFrom().voidItem());
    }

    /** The borrower has paid after the acceleration; it counts on the claim that has called the guarantors or may do so. */
    public Uni<Void> recovered(About about, Claim.Recovery recovery, Money debt, LocalDate on) {
        return books.entered().chain(() -> books.claims().onLoan(about))
                .chain(found -> found.stream().min(Comparator.comparing((Kept<Claim> kept) -> !kept.state().isCalled()))
                        .filter(kept -> kept.state().isCalled())
                        .map(called -> share(called, recovery, debt, on))
                        .orElseGet(() -> lower(about, found, recovery, debt, on)));
    }

    private Uni<Void> share(Kept<Claim> called, Claim.Recovery recovery, Money debt, LocalDate on) {
        Accepted<Claim, ClaimEvent> accepted = ClaimRules.recovered(called.state(), recovery, debt, on);
        return Each.inOrder(accepted.events(), event -> books.applied(event, called.state().about(), on)
                .chain(books::follow)).chain(() -> books.claims().put(Optional.of(called), accepted.state()))
                .invoke(() -> events.publish(called.state().about(), on, accepted.events())).replaceWithVoid();
    }

    private Uni<Void> lower(About about, List<Kept<Claim>> found, Claim.Recovery recovery, Money debt, LocalDate on) {
        return Each.inOrder(found, kept -> books.claims().put(Optional.of(kept),
                ClaimRules.recovered(kept.state(), recovery, debt, on).state()).replaceWithVoid())
                .chain(() -> books.seeAgain(about));
    }

    /** Nothing more comes from the borrower. A claim that is to decide keeps the guarantee until it is. */
    public Uni<Void> writtenOff(About about, LocalDate on) {
        return books.entered().chain(() -> books.claims().onLoan(about)).chain(found -> {
            List<Kept<Claim>> waiting = found.stream()
                    .filter(kept -> kept.state().isOpen() || kept.state().isWrittenOff()).toList();
            return waiting.isEmpty()
                    ? guarantee.writtenOff(about, on)
                    : Each.inOrder(waiting, kept -> books.claims().put(Optional.of(kept),
                            ClaimRules.writtenOff(kept.state())).replaceWithVoid());
        });
    }

    @Override
    public Class<ClaimEvent> told() {
        return ClaimEvent.class;
    }

    @Override
    public Uni<Void> takeOver(ReceivedEvent event, ClaimEvent told) {
        return books.entered().chain(() -> books.claims().locked(told.claimId().toString()))
                .chain(known -> books.applied(told, event.about(), event.on())
                        .chain(applied -> books.claims().put(known, applied.claim())
                                .chain(() -> books.follow(applied))));
    }
}
