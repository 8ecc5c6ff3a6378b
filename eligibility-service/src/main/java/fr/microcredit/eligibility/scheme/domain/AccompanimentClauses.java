package fr.microcredit.eligibility.scheme.domain;

import java.util.List;

/**
 * What goes with the loan.
 *
 * @param followUp  when office and borrower meet after the loan
 * @param budget    what the scheme costs a year
 * @param otherAids what the territory offers besides, to be looked at first
 */
public record AccompanimentClauses(Clause<FollowUp> followUp, Clause<Budget> budget,
        Clause<List<OtherAid>> otherAids) {

    /**
     * @param monthlyMeetings meetings after the first, a month apart
     * @param thenEveryMonths and then so many months apart, until the last instalment
     */
    public record FollowUp(int monthlyMeetings, int thenEveryMonths) {
    }

    /**
     * A yearly budget, as the texts give it; what they do not break down stays unallocated (domain.md A.15).
     *
     * @param totalCents       euro cents
     * @param lines            named parts
     * @param unallocatedCents total less lines, euro cents
     */
    public record Budget(long totalCents, List<BudgetLine> lines, long unallocatedCents) {
        long linesCents() {
            return lines.stream().mapToLong(BudgetLine::amountCents).sum();
        }
    }

    /** @param amountCents euro cents a year */
    public record BudgetLine(String name, long amountCents) {
    }
}
