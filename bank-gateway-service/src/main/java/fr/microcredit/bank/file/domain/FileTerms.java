package fr.microcredit.bank.file.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.LoanClauses;
import fr.microcredit.bank.loan.domain.ReportingDays;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.InterestSubsidy;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * The frozen terms that came with the file.
 *
 * @param frozen   what this service reads of them
 * @param subsidy  what the office's envelope has to bear of the interest, where the scheme has a subsidy
 * @param document all terms, passed on untouched
 */
public record FileTerms(Frozen frozen, Optional<Money> subsidy, Verbatim document) {

    /**
     * As they travel with the file.
     *
     * @param guarantees the guarantors, who have to answer, and their shares of the principal
     * @param loanWithoutGuarantee whether the bank's convention lets it lend where nobody guarantees
     * @param reportingDays        within how many days that convention has it report
     * @param repayment            how payments are taken under it
     * @param guaranteeCall        when the guarantee may be called under it
     */
    public record Frozen(Money amount, int termMonths, Rate borrowerRate, Rate bankRate, List<Guarantee> guarantees,
            Optional<Subsidy> subsidy, Optional<Boolean> meetingRequired, Optional<Boolean> loanWithoutGuarantee,
            Optional<ReportingDays> reportingDays, Optional<LoanClauses.Repayment> repayment,
            Optional<LoanClauses.GuaranteeCall> guaranteeCall) {
        /** Under a scheme in which office and bank meet before the bank's last word. */
        public Frozen(Money amount, int termMonths, Rate borrowerRate, Rate bankRate, List<Guarantee> guarantees,
                Optional<Subsidy> subsidy) {
            this(amount, termMonths, borrowerRate, bankRate, guarantees, subsidy, Optional.of(true),
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** @param share of the outstanding principal, of 1 */
        public record Guarantee(String guarantor, BigDecimal share) {
            /** By its value, however many zeros it is written with. */
            @Override
            public boolean equals(Object other) {
                return other instanceof Guarantee same && guarantor.equals(same.guarantor)
                        && share.compareTo(same.share) == 0;
            }

            @Override
            public int hashCode() {
                return Objects.hash(guarantor, share.stripTrailingZeros());
            }
        }

        /** @param payer who bears it: the office's envelope, or the office besides it, where the envelope did not hold it */
        public record Subsidy(String method, Optional<String> payer) {
            private static final String OFFICE = "office";

            boolean isOfTheEnvelope() {
                return !payer.equals(Optional.of(OFFICE));
            }
        }
    }

    /** With the subsidy that the two rates lead to; it is computed here once and travels from then on. */
    public static FileTerms of(Frozen frozen, Verbatim document) {
        return new FileTerms(frozen, frozen.subsidy().map(any -> InterestSubsidy
                .of(frozen.amount(), frozen.termMonths(), frozen.bankRate(), frozen.borrowerRate()).total()), document);
    }

    public Money amount() {
        return frozen.amount();
    }

    public boolean isGuaranteed() {
        return !frozen.guarantees().isEmpty();
    }

    /** Whether office and bank meet before the bank's last word; where the terms do not say it they do. */
    boolean needsMeeting() {
        return frozen.meetingRequired().orElse(true);
    }

    /** Within how many days the bank reports; terms of before say nothing, and then nothing is late. */
    public ReportingDays reporting() {
        return frozen.reportingDays().orElse(ReportingDays.NONE);
    }

    /** What the convention says of a loan that does not go straight on. */
    public LoanClauses clauses() {
        return new LoanClauses(frozen.repayment(), frozen.guaranteeCall());
    }

    /** Whether the bank may go on where nobody guarantees; terms of before there were conventions do not say it. */
    boolean allowNoGuarantee() {
        return frozen.guarantees().isEmpty() || frozen.loanWithoutGuarantee().orElse(true);
    }

    /** Whether somebody bears a part of the interest. */
    public boolean isSubsidised() {
        return subsidy.isPresent();
    }

    public boolean asksEnvelope() {
        return envelope().isPresent();
    }

    /** What an acceptance asks the office's envelope for. */
    public Optional<Money> envelope() {
        return subsidy.filter(any -> frozen.subsidy().filter(Frozen.Subsidy::isOfTheEnvelope).isPresent());
    }
}
