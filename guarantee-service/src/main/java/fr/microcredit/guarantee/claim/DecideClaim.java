package fr.microcredit.guarantee.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.claim.domain.Claim;
import fr.microcredit.guarantee.claim.domain.Claim.RejectionReason;
import fr.microcredit.guarantee.claim.domain.ClaimEvent;
import fr.microcredit.guarantee.claim.domain.ClaimRules;
import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/**
 * A fund manager decides on a claim and records what each guarantor has paid. The guarantee is the office's row: the transaction
 * sees it as the platform's own work; whose claim it is was held before.
 */
@ApplicationScoped
public class DecideClaim {
    private final Acts acts;
    private final ClaimBooks books;
    private final FollowClaim follow;
    private final Transactions transactions;

    DecideClaim(Acts acts, ClaimBooks books, FollowClaim follow, Transactions transactions) {
        this.acts = acts;
        this.books = books;
        this.follow = follow;
        this.transactions = transactions;
    }

    /** Fails with {@code claim-not-covered} or {@code call-envelope-exceeded} where it can not be accepted. */
    public Uni<Kept<Claim>> accept(Act act, UUID id) {
        act.noting("decision", "accepted");
        return system().chain(() -> acts.changeAfter(act, books.claims(), LedgerBook.LOCK, id.toString(),
                (claim, on) -> books.circumstances(claim.about(), claim.id(), ClaimBooks.convention(claim), on)
                        .map(at -> ClaimRules.accept(claim, at)).call(decision -> followed(claim, decision, on))))
                .call(kept -> follow.over(kept.state()));
    }

    public Uni<Kept<Claim>> reject(Act act, UUID id, List<RejectionReason> reasons) {
        act.noting("decision", "rejected");
        return system().chain(() -> acts.change(act, books.claims(), LedgerBook.LOCK, id.toString(),
                (Claim claim, LocalDate on) -> ClaimRules.reject(claim, reasons, on)))
                .call(kept -> follow.over(kept.state()));
    }

    /** What a guarantor has paid: its share to the cent. */
    public Uni<Kept<Claim>> pay(Act act, UUID id, String guarantor) {
        act.noting("guarantor", guarantor);
        return system().chain(() -> acts.reportAfter(act, books.claims(), LedgerBook.LOCK, id.toString(),
                (claim, on) -> Uni.createFrom().item(ClaimRules.pay(claim, guarantor, on))
                        .call(decision -> followed(claim, decision, on))));
    }

    private Uni<Void> system() {
        return transactions.enter(DataScope.system());
    }

    /** Ledger and guarantee, where the act holds; the claim itself is kept by the act. */
    private Uni<Void> followed(Claim before, Decision<Claim, ClaimEvent> decision, LocalDate on) {
        return decision instanceof Decision.Accepted<Claim, ClaimEvent> accepted
                ? Each.inOrder(accepted.events(), event -> books.applied(event, before.about(), on)
                        .chain(books::follow))
                : Uni.createFrom().voidItem();
    }
}
