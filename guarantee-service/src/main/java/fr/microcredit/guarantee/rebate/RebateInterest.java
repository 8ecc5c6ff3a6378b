package fr.microcredit.guarantee.rebate;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.guarantee.rebate.domain.Rebate;
import fr.microcredit.guarantee.rebate.domain.Rebate.Repayment;
import fr.microcredit.guarantee.rebate.domain.Rebate.Status;
import fr.microcredit.guarantee.rebate.domain.RebateOffice;

/** Gives a part of the interest back to who has repaid everything: ordered once, credited by the bank. */
@ApplicationScoped
public class RebateInterest {
    private static final String BUDGET = "rebate:budget";
    private static final String OWED = "rebate:owed";
    private static final String PAID = "rebate:paid";

    private final Rebates rebates;
    private final LedgerBook ledger;
    private final RebatePublisher publisher;

    RebateInterest(Rebates rebates, LedgerBook ledger, RebatePublisher publisher) {
        this.rebates = rebates;
        this.ledger = ledger;
        this.publisher = publisher;
    }

    /** A loan under a scheme with a rebate was paid out. */
    public Uni<Void> hopeFor(Rebate fresh) {
        return rebates.locked(fresh.dossierId())
                .chain(known -> known.isPresent() ? Uni.createFrom().voidItem() : rebates.put(fresh));
    }

    public Uni<Void> repaid(UUID dossierId, Repayment repayment) {
        return rebates.locked(dossierId).chain(known -> known.filter(RebateInterest::isUndecided)
                .map(rebate -> decide(rebate, repayment)).orElse(Uni.createFrom().voidItem()));
    }

    private static boolean isUndecided(Rebate rebate) {
        return rebate.status() == Status.HOPED_FOR && rebate.base().isEmpty();
    }

    private Uni<Void> decide(Rebate hopedFor, Repayment repayment) {
        Rebate decided = RebateOffice.repaid(hopedFor, repayment);
        Uni<Void> kept = rebates.put(decided);
        return decided.status() != Status.ORDERED
                ? kept
                : kept.chain(() -> move(decided, BUDGET, OWED, "rebate-ordered", repayment.on()))
                        .chain(() -> publisher.ordered(decided, repayment.on()));
    }

    public Uni<Void> credited(UUID dossierId, LocalDate on) {
        return rebates.locked(dossierId)
                .chain(known -> known.filter(rebate -> rebate.status() == Status.ORDERED).map(rebate -> rebates
                        .put(rebate.credited()).chain(() -> move(rebate, OWED, PAID, "rebate-credited", on)))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Void> move(Rebate rebate, String from, String to, String cause, LocalDate on) {
        return ledger.post(
                new Transfers().move(from, to, rebate.amount().orElseThrow()).entry(cause, rebate.dossierId(), on));
    }

    /** Fails with {@code not-found} where the scheme has no rebate. */
    public Uni<Rebate> find(UUID dossierId) {
        return rebates.find(dossierId);
    }
}
