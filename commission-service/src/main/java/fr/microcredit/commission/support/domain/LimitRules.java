package fr.microcredit.commission.support.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.commission.support.domain.SupportSettings.Limits;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** Whether a grant fits into what its office lets the support commission spend. */
public final class LimitRules {
    private LimitRules() {
    }

    /**
     * What counts already: grants that wait for their payment, and what was paid under others.
     *
     * @param year           all of the office's in the calendar year of the decision
     * @param dossier        all for this loan
     * @param yearAndDossier for this loan in that year
     */
    public record Used(Money year, Money dossier, Money yearAndDossier) {
        public static final Used NOTHING = new Used(Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /** Every limit it does not keep, each with what is left under it; equality passes. */
    static List<Reason> against(Optional<Limits> limits, Used used, Money amount) {
        if (limits.isEmpty()) {
            return List.of(Reason.conflict("no-support-settings"));
        }
        List<Reason> reasons = new ArrayList<>();
        Money budget = left(limits.get().yearlyBudget(), used.year());
        if (!budget.isAtLeast(amount)) {
            reasons.add(Reason.conflict("support-budget-exceeded", budget));
        }
        Money dossier = left(limits.get().perDossier(), used.dossier());
        if (!dossier.isAtLeast(amount)) {
            reasons.add(Reason.conflict("support-dossier-limit", dossier));
        }
        limits.get().perYearAndDossier().map(most -> left(most, used.yearAndDossier()))
                .filter(left -> !left.isAtLeast(amount))
                .ifPresent(left -> reasons.add(Reason.conflict("support-year-limit", left)));
        return reasons;
    }

    /** Limits that were lowered afterwards leave nothing, and never less. */
    public static Money left(Money most, Money used) {
        return Money.max(Money.ZERO, most.minus(used));
    }
}
