package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Funding.Payer;
import fr.microcredit.eligibility.directory.domain.Convention;
import fr.microcredit.eligibility.directory.domain.Convention.Report;
import fr.microcredit.eligibility.directory.domain.GuaranteeCall;
import fr.microcredit.eligibility.directory.domain.RepaymentClause;
import fr.microcredit.eligibility.scheme.domain.DecisionClauses.Body;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.domain.SupportClauses;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.EarlyEnd;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Method;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Rebate;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * What holds for a request from its assessment on: the scheme's terms for this amount and term. They travel with the dossier,
 * and everybody passes them on untouched.
 *
 * @param borrowerRate    chosen within the scheme's range, the highest where none was
 * @param bankRate        of the scheme where somebody pays the difference; otherwise what the borrower pays
 * @param personCap       most that one person may have outstanding, all guaranteed loans together
 * @param personCapJudged whether a named agent has judged that the loans found are another person's
 * @param reservationDays how long guarantee and subsidy stay reserved
 * @param meetingRequired whether office and bank meet before the bank may refuse an approved request
 * @param waiverAllowed   whether the office may do without that meeting
 * @param approvalDays    how long the public side's approval stays valid after a bank's final refusal
 * @param conventionVersion    identifier and version of the bank's convention; empty where it has none, and the request fails
 * @param loanWithoutGuarantee whether that convention lets the bank lend where nobody guarantees
 * @param loanWithoutSubsidy   whether that convention lets a loan live where the office's envelope bears nothing
 * @param bankAnswerDays  days in which the bank answers, where its convention says it
 * @param reportingDays        within how many days that convention has the bank report; empty where it says nothing
 * @param guaranteeCall        when and how that convention has the guarantee called; empty where it says nothing
 * @param repayment            how it has money counted on the loan; empty where it says nothing
 */
public record Terms(String schemeId, String schemeVersion, Money amount, int termMonths, Rate borrowerRate,
        Rate bankRate,
        Body commission, Money personCap, Optional<Boolean> personCapJudged, int reservationDays, int approvalDays,
        List<Guarantee> guarantees, Optional<AgreedSubsidy> subsidy, Optional<Rebate> rebate,
        Optional<Boolean> meetingRequired, Optional<Boolean> waiverAllowed, Optional<String> conventionVersion,
        Optional<Boolean> loanWithoutGuarantee, Optional<Boolean> loanWithoutSubsidy,
        Optional<Integer> bankAnswerDays,
        Optional<ReportingDays> reportingDays, Optional<GuaranteeCall> guaranteeCall,
        Optional<RepaymentClause> repayment) {

    /**
     * Within how many days a bank reports, each empty where its convention does not say it.
     *
     * @param disbursement     after the pay-out
     * @param instalment       after an instalment was paid
     * @param missedInstalment after the due date of one that was not
     */
    public record ReportingDays(Optional<Integer> disbursement, Optional<Integer> instalment,
            Optional<Integer> missedInstalment) {
        static Optional<ReportingDays> of(Convention convention) {
            return convention.reporting().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ReportingDays(convention.daysFor(Report.DISBURSEMENT),
                            convention.daysFor(Report.INSTALMENT), convention.daysFor(Report.MISSED_INSTALMENT)));
        }
    }

    /** @param payer {@code office} where it pays besides its envelope; left out otherwise */
    public record AgreedSubsidy(Method method, EarlyEnd earlyEnd, Optional<Payer> payer) {
    }

    /** Only versions without open rules are published, and only published ones are applied to dossiers. */
    public static Terms of(Case c) {
        Scheme scheme = c.scheme();
        Wish wish = c.wish();
        SupportClauses support = scheme.support();
        Optional<Convention> convention = c.partners().convention();
        Optional<AgreedSubsidy> subsidy = subsidy(support, wish);
        return new Terms(scheme.schemeId(), scheme.version(), wish.amount(), wish.months(),
                c.borrowerRate().orElseThrow(), bankRate(c, subsidy.isPresent()),
                scheme.decision().commission().required(),
                Money.ofCents(scheme.access().personCapCents().required()), Optional.empty(),
                convention.flatMap(Convention::reservationDays).orElseGet(support.reservationDays()::required),
                scheme.decision().approvalDays().required(),
                wish.funding().map(Funding::guarantees).orElseGet(c::guarantees),
                subsidy, support.rebate().stated(), scheme.decision().concertation().stated(),
                scheme.decision().waiver().stated(), convention.map(Convention::key),
                convention.map(Convention::loanWithoutGuarantee), convention.map(Convention::loanWithoutSubsidy),
                convention.flatMap(Convention::answerDays),
                convention.flatMap(ReportingDays::of), convention.flatMap(Convention::guaranteeCall),
                convention.flatMap(Convention::repayment));
    }

    private static Optional<AgreedSubsidy> subsidy(SupportClauses support, Wish wish) {
        Optional<Payer> office = wish.funding().map(Funding::subsidyPaidBy).filter(payer -> payer == Payer.OFFICE);
        return support.subsidy().stated().filter(any -> !wish.isPaidByBorrower())
                .map(stated -> new AgreedSubsidy(stated.method(), stated.earlyEnd(), office));
    }

    /** Without a subsidy a lower rate that the office chooses is the bank's own, or nobody would pay the difference. */
    private static Rate bankRate(Case c, boolean subsidised) {
        Rate stated = c.bankRate().orElseThrow();
        Rate borrowers = c.borrowerRate().orElseThrow();
        return subsidised || stated.compareTo(borrowers) <= 0 ? stated : borrowers;
    }

    /** After a named agent's judgement that a match concerns another person. */
    Terms withCapJudged() {
        return new Terms(schemeId, schemeVersion, amount, termMonths, borrowerRate, bankRate, commission, personCap,
                Optional.of(true), reservationDays, approvalDays, guarantees, subsidy, rebate, meetingRequired,
                waiverAllowed, conventionVersion, loanWithoutGuarantee, loanWithoutSubsidy, bankAnswerDays,
                reportingDays, guaranteeCall, repayment);
    }
}
