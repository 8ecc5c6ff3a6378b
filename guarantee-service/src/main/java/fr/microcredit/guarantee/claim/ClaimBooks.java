package fr.microcredit.guarantee.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.claim.domain.Circumstances;
import fr.microcredit.guarantee.claim.domain.Claim;
import fr.microcredit.guarantee.claim.domain.ClaimEvent;
import fr.microcredit.guarantee.claim.domain.ClaimRules;
import fr.microcredit.guarantee.claim.domain.Filing;
import fr.microcredit.guarantee.fund.Guarantees;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.ledger.domain.ConventionAccounts;
import fr.microcredit.guarantee.promise.PromiseBooks;
import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.store.Kept;

/** What a claim is decided in, and where what was decided leaves its traces. Everything here happens under the ledger's lock. */
@ApplicationScoped
class ClaimBooks {
    private final Claims claims;
    private final Guarantees guarantees;
    private final PromiseBooks books;

    ClaimBooks(Claims claims, Guarantees guarantees, PromiseBooks books) {
        this.claims = claims;
        this.guarantees = guarantees;
        this.books = books;
    }

    Claims claims() {
        return claims;
    }

    Uni<Void> entered() {
        return books.ledger().entered();
    }

    /** @param claim to leave out of the others */
    Uni<Circumstances> circumstances(About about, UUID claim, Optional<String> convention, LocalDate on) {
        return guarantees.locked(Promise.keyOf(about)).chain(guarantee -> others(about, claim)
                .chain(others -> called(convention).map(called -> new Circumstances(guarantee.map(Kept::state), others,
                        called, on))));
    }

    private Uni<List<Claim>> others(About about, UUID claim) {
        return claims.onLoan(about).map(found -> found.stream().map(Kept::state)
                .filter(each -> !each.id().equals(claim)).toList());
    }

    private Uni<Money> called(Optional<String> convention) {
        return convention.map(ConventionAccounts::new).map(accounts -> books.ledger()
                .balances(Set.of(accounts.called())).map(found -> found.get(accounts.called())))
                .orElse(Uni.createFrom().item(Money.ZERO));
    }

    static Optional<String> convention(Claim claim) {
        return claim.filing().map(Filing::clause).flatMap(clause -> clause.convention());
    }

    /** Everything but the claim itself, which whoever decides keeps. */
    Uni<Void> follow(ClaimEvent.Applied applied) {
        return applied.guarantee().map(this::keep).orElse(Uni.createFrom().voidItem())
                .chain(() -> books.ledger().post(applied.entry()));
    }

    private Uni<Void> keep(Guarantee guarantee) {
        return guarantees.locked(guarantee.key()).chain(known -> guarantees.put(known, guarantee)).replaceWithVoid();
    }

    /** What an event does, wherever it comes from. */
    Uni<ClaimEvent.Applied> applied(ClaimEvent event, About about, LocalDate on) {
        return claims.locked(event.claimId().toString()).chain(claim -> guarantees.locked(Promise.keyOf(about))
                .map(guarantee -> event.onto(new ClaimEvent.Before(claim.map(Kept::state), guarantee.map(Kept::state),
                        about, on))));
    }

    /** After a claim is over: what had come second behind it stands by itself now. */
    Uni<Void> seeAgain(About about) {
        return guarantees.locked(Promise.keyOf(about)).chain(guarantee -> claims.onLoan(about).chain(found -> {
            List<Claim> now = new ArrayList<>(found.stream().map(Kept::state).toList());
            return Each.inOrder(found, kept -> {
                Claim seen = ClaimRules.seenAgain(kept.state(), guarantee.map(Kept::state),
                        now.stream().filter(each -> !each.id().equals(kept.state().id())).toList());
                now.replaceAll(each -> each.id().equals(seen.id()) ? seen : each);
                return claims.put(Optional.of(kept), seen).replaceWithVoid();
            });
        }));
    }
}
