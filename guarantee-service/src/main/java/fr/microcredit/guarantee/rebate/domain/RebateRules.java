package fr.microcredit.guarantee.rebate.domain;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.rebate.domain.Rebate.Status;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.money.Money;

/** Decides on rebates, once for each loan (domain.md A.8). */
public final class RebateRules {
    private RebateRules() {
    }

    public static Rebate hopedFor(About about, Conditions conditions, LocalDate on) {
        return new Rebate(about, Status.HOPED_FOR, conditions.fraction(), Optional.of(conditions), Optional.empty(),
                Optional.empty(), on);
    }

    /** Never after a claim, a write-off or an erasure, nor for a loan that was withdrawn; what was ordered stays ordered. */
    public static Accepted<Rebate, RebateEvent> lost(Rebate rebate, LocalDate on) {
        return new Accepted<>(rebate.state() == Status.HOPED_FOR
                ? rebate.repaid(Status.NOT_DUE, Money.ZERO, Optional.empty(), on)
                : rebate, List.of());
    }

    /** What full repayment makes of a rebate that was hoped for; one on request waits for it. */
    public static Accepted<Rebate, RebateEvent> repaid(Rebate rebate, Repayment repayment, LocalDate on) {
        if (rebate.state() != Status.HOPED_FOR || rebate.base().isPresent()) {
            return new Accepted<>(rebate, List.of());
        }
        Conditions conditions = rebate.conditions().orElseThrow();
        Money base = repayment.interestPaidByBorrower();
        Money amount = base.times(rebate.fraction(), RoundingMode.HALF_UP);
        if (!conditions.hold(repayment) || !amount.isPositive()) {
            return new Accepted<>(rebate.repaid(Status.NOT_DUE, base, Optional.empty(), on), List.of());
        }
        if (conditions.onRequest()) {
            return new Accepted<>(rebate.repaid(Status.HOPED_FOR, base, Optional.of(amount), on), List.of());
        }
        RebateEvent.Ordered order = new RebateEvent.Ordered(amount, base, rebate.fraction());
        return new Accepted<>(ordered(Optional.of(rebate), rebate.about(), order, on), List.of(order));
    }

    /** What an order makes of a rebate, and of none where the order is all that is known. */
    public static Rebate ordered(Optional<Rebate> known, About about, RebateEvent.Ordered order, LocalDate on) {
        return new Rebate(known.map(Rebate::about).orElse(about), Status.ORDERED, order.fraction(), Optional.empty(),
                Optional.of(order.base()), Optional.of(order.amount()), on);
    }

    /** The bank has credited it; only what was ordered can be. */
    public static Optional<Rebate> credited(Rebate rebate, LocalDate on) {
        return rebate.state() == Status.ORDERED ? Optional.of(rebate.credited(on)) : Optional.empty();
    }
}
