package fr.microcredit.commission.support.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.money.Money;

/** What the support commission has decided, as others are told of it. */
public sealed interface SupportEvent {
    /** It pays these instalments: a promise to the bank. */
    record SupportGranted(UUID requestId, List<Integer> instalments, Money amount, Optional<String> budgetLine)
            implements
                SupportEvent {
        public SupportGranted {
            instalments = List.copyOf(instalments);
        }
    }

    /** It pays nothing, or no more what it had granted. */
    record SupportRefused(UUID requestId, List<Reason> reasons) implements SupportEvent {
        public SupportRefused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Those of a refusal, and that a grant was taken back before it was paid. */
    enum Reason {
        REPAYMENT_NOT_SUSTAINABLE, OTHER_AID_POSSIBLE, MORE_INFORMATION, BUDGET_SPENT, OTHER, GRANT_WITHDRAWN
    }
}
