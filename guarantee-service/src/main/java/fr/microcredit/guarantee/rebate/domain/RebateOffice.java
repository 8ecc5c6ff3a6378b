package fr.microcredit.guarantee.rebate.domain;

import java.math.RoundingMode;
import java.util.Optional;

import fr.microcredit.guarantee.rebate.domain.Rebate.Repayment;
import fr.microcredit.guarantee.rebate.domain.Rebate.Status;
import fr.microcredit.kit.money.Money;

/** Decides on rebates, once for each loan. */
public final class RebateOffice {
    private RebateOffice() {
    }

    /** What full repayment makes of a rebate that was hoped for; a rebate on request waits for it. */
    public static Rebate repaid(Rebate hopedFor, Repayment repayment) {
        Conditions conditions = hopedFor.conditions();
        Money base = repayment.interestPaidByBorrower();
        Money amount = base.times(conditions.fraction(), RoundingMode.HALF_UP);
        boolean due = conditions.hold(repayment) && amount.isPositive();
        if (!due) {
            return hopedFor.settled(Status.NOT_DUE, base, Optional.empty());
        }
        return hopedFor.settled(conditions.onRequest() ? Status.HOPED_FOR : Status.ORDERED, base, Optional.of(amount));
    }
}
