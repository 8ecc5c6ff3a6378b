package fr.microcredit.guarantee.rebate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.guarantee.rebate.domain.Conditions;
import fr.microcredit.guarantee.rebate.domain.Rebate;
import fr.microcredit.guarantee.rebate.domain.RebateEvent;
import fr.microcredit.guarantee.rebate.domain.RebateRules;
import fr.microcredit.guarantee.rebate.domain.Repayment;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.outbox.Events;
import fr.microcredit.kit.reception.OwnHistory;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Gives a part of the interest back to who has repaid everything: ordered once, credited by the bank. */
@ApplicationScoped
public class RebateInterest implements OwnHistory<RebateEvent> {
    private static final String BUDGET = "rebate:budget";
    private static final String OWED = "rebate:owed";
    private static final String PAID = "rebate:paid";

    private final Store<Rebate> rebates;
    private final LedgerBook ledger;
    private final Events events;

    RebateInterest(Store<Rebate> rebates, LedgerBook ledger, Events events) {
        this.rebates = rebates;
        this.ledger = ledger;
        this.events = events;
    }

    /** A loan under a scheme with a rebate was paid out. */
    public Uni<Void> hopeFor(About about, Conditions conditions, LocalDate on) {
        return with(about, known -> known.isPresent()
                ? Uni.createFrom().voidItem()
                : rebates.add(RebateRules.hopedFor(about, conditions, on)).replaceWithVoid());
    }

    public Uni<Void> repaid(About about, Repayment repayment, LocalDate on) {
        return with(about, known -> known.isEmpty()
                ? Uni.createFrom().voidItem()
                : keep(known, RebateRules.repaid(known.get().state(), repayment, on), on));
    }

    /** Withdrawn, claimed or written off: the borrower will not have repaid the loan with its interest. */
    public Uni<Void> lost(About about, LocalDate on) {
        return with(about, known -> known.isEmpty()
                ? Uni.createFrom().voidItem()
                : keep(known, RebateRules.lost(known.get().state(), on), on));
    }

    private Uni<Void> keep(Optional<Kept<Rebate>> known, Accepted<Rebate, RebateEvent> accepted, LocalDate on) {
        return rebates.put(known, accepted.state())
                .chain(() -> Each.inOrder(accepted.events(), event -> owe(accepted.state(), on)))
                .invoke(() -> events.publish(accepted.state().about(), on, accepted.events()));
    }

    @Override
    public Class<RebateEvent> told() {
        return RebateEvent.class;
    }

    @Override
    public Uni<Void> takeOver(ReceivedEvent event, RebateEvent told) {
        RebateEvent.Ordered order = (RebateEvent.Ordered) told;
        return with(event.about(), known -> {
            Rebate ordered = RebateRules.ordered(known.map(Kept::state), event.about(), order, event.on());
            return rebates.put(known, ordered).chain(() -> owe(ordered, event.on()));
        });
    }

    public Uni<Void> credited(About about, LocalDate on) {
        return with(about, known -> known.flatMap(kept -> RebateRules.credited(kept.state(), on))
                .map(credited -> rebates.save(credited)
                        .chain(() -> move(credited, OWED, PAID, "rebate-credited", on)))
                .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Void> with(About about, Function<Optional<Kept<Rebate>>, Uni<Void>> work) {
        return ledger.entered().chain(() -> rebates.locked(about.dossierId().toString())).chain(work::apply);
    }

    private Uni<Void> owe(Rebate ordered, LocalDate on) {
        return move(ordered, BUDGET, OWED, "rebate-ordered", on);
    }

    private Uni<Void> move(Rebate rebate, String from, String to, String cause, LocalDate on) {
        Money amount = rebate.amount().orElseThrow();
        return ledger.post(new Transfers().move(from, to, amount).entry(cause, rebate.dossierId(), on));
    }
}
