package fr.microcredit.eligibility.directory.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.kit.loan.Rate;

/**
 * What a bank has agreed on under a scheme (domain.md A.9). Where it says nothing of rate, shares or delay, the scheme's hold.
 *
 * @param from                  first day on which the bank takes files under it
 * @param to                    last day; files sent before run on under their frozen terms
 * @param bankRate              yearly nominal rate, percent
 * @param guarantees            who guarantees which share
 * @param reservationDays       how long guarantee and subsidy stay reserved for a loan that is not paid out
 * @param answerDays            days in which the bank answers the office; where it says none, none are counted
 * @param loanWithoutGuarantee  whether the bank may lend where nobody guarantees
 * @param loanWithoutSubsidy    whether a loan may live where the office's envelope bears nothing
 * @param reporting             what the bank reports of a loan and within how many days, each at most once
 * @param guaranteeCall         when and how the guarantee is called; empty where it says nothing
 * @param repayment             how money is counted on a loan and what may be put off; empty where it says nothing
 */
public record Convention(String id, String version, LocalDate from, Optional<LocalDate> to, String source,
        String bankId, String schemeId, Optional<Rate> bankRate, Optional<Shares> guarantees,
        Optional<Integer> reservationDays, Optional<Integer> answerDays, boolean loanWithoutGuarantee,
        boolean loanWithoutSubsidy, List<Duty> reporting, Optional<GuaranteeCall> guaranteeCall,
        Optional<RepaymentClause> repayment) implements Entry {
    public Convention {
        reporting = List.copyOf(reporting);
    }

    /** @param shares of the outstanding principal, each of 1; empty where nobody guarantees */
    public record Shares(List<Guarantee> shares) {
        public Shares {
            shares = List.copyOf(shares);
        }
    }

    /** What a bank may have to report in time. */
    public enum Report {
        /** Days after the pay-out. */
        DISBURSEMENT,
        /** Days after the day on which an instalment was paid. */
        INSTALMENT,
        /** Days after the due date of an instalment that was not paid. */
        MISSED_INSTALMENT
    }

    /**
     * Something a bank reports.
     *
     * @param withinDays the last day on which it is in time, counted from the report's business date, 0 to 365
     * @param source     where the convention says it, in its words
     */
    public record Duty(Report report, int withinDays, String source) {
    }

    @Override
    public Kind kind() {
        return Kind.CONVENTION;
    }

    public boolean isBetween(String bank, String scheme) {
        return bankId.equals(bank) && schemeId.equals(scheme);
    }

    /** Those it states; empty where the scheme's hold. */
    public Optional<List<Guarantee>> shares() {
        return guarantees.map(Shares::shares);
    }

    /** Within how many days it has a report; empty where it says nothing of it. */
    public Optional<Integer> daysFor(Report report) {
        return reporting.stream().filter(duty -> duty.report() == report).map(Duty::withinDays).findFirst();
    }

    /** The sum of the shares it states. */
    BigDecimal sharesTogether() {
        return shares().orElse(List.of()).stream().map(Guarantee::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
