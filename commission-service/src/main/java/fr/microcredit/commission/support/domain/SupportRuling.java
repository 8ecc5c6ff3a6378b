package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import fr.microcredit.kit.money.Money;

/**
 * What the support commission has decided on a request, as its president records it.
 *
 * @param instalments of a grant, each one of the request's; none of a refusal
 * @param amount      of a grant, at most what is asked for; zero of a refusal
 * @param reasons     a refusal has at least one, a grant none
 * @param budgetLine  of the office, under which a grant was made
 */
public record SupportRuling(Verdict decision, List<Integer> instalments, Money amount, List<Reason> reasons,
        Optional<String> budgetLine, LocalDate decidedOn) {
    public SupportRuling {
        instalments = instalments.stream().sorted().toList();
        reasons = List.copyOf(reasons);
    }

    /** What it comes to. */
    public enum Verdict {
        GRANTED, REFUSED
    }

    /** Closed, since free words could name somebody. */
    public enum Reason {
        REPAYMENT_NOT_SUSTAINABLE, OTHER_AID_POSSIBLE, MORE_INFORMATION, BUDGET_SPENT, OTHER
    }

    boolean isGrant() {
        return decision == Verdict.GRANTED;
    }

    /** Whatever the day and the line it was recorded under. */
    boolean saysTheSameAs(SupportRuling other) {
        return decision == other.decision && instalments.equals(other.instalments) && amount.equals(other.amount)
                && new HashSet<>(reasons).equals(new HashSet<>(other.reasons));
    }

    SupportRuling under(String line) {
        return new SupportRuling(decision, instalments, amount, reasons, Optional.of(line), decidedOn);
    }
}
