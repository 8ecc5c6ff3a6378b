package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.scheme.domain.AccessClauses.AdmittedPurpose;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.scheme.domain.AccompanimentClauses.Budget;
import fr.microcredit.eligibility.scheme.domain.AccompanimentClauses.FollowUp;
import fr.microcredit.eligibility.scheme.domain.DecisionClauses.Body;
import fr.microcredit.eligibility.scheme.domain.LoanClauses.RateRange;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Bank;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Rebate;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Subsidy;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * A version of a scheme applies from a day on. Its key names the version, so that a compacted topic keeps every one for ever.
 *
 * @param amount     lent, both ends included
 * @param termMonths both ends included
 */
public record SchemePublished(String schemeId, String version, String name, LocalDate validFrom,
        Optional<LocalDate> validTo, Territory territory, Body commission, Optional<Integer> approvalDays,
        Optional<Boolean> meetingRequired, Optional<Boolean> waiverAllowed, Amounts amount, Months termMonths,
        RateRange borrowerRate, Rate bankRate, Optional<IncomeTest> incomeTest, Money personCap,
        List<Purpose> purposes, List<Ground> grounds, List<Bank> banks, List<Guarantee> guarantees,
        Optional<Subsidy> subsidy, Optional<Rebate> rebate, int reservationDays, Optional<FollowUp> followUp,
        Optional<Budget> budget) {
    private static final String BETWEEN = "/";

    /** Both ends are inside. */
    public record Amounts(Money min, Money max) {
    }

    /** Both ends are inside. */
    public record Months(int min, int max) {
    }

    /** @throws IllegalStateException for a version that leaves open what every dossier needs */
    public static SchemePublished of(Scheme scheme) {
        LoanClauses loan = scheme.loan();
        DecisionClauses decision = scheme.decision();
        SupportClauses support = scheme.support();
        BigDecimal bankRate = loan.bankRate().required();
        return new SchemePublished(scheme.schemeId(), scheme.version(), scheme.name(), scheme.validFrom(),
                scheme.validTo(), scheme.territory(), decision.commission().required(),
                decision.approvalDays().stated(), decision.concertation().stated(), decision.waiver().stated(),
                new Amounts(Money.ofCents(loan.minAmountCents().required()),
                        Money.ofCents(loan.maxAmountCents().required())),
                new Months(loan.minTermMonths().required(), loan.maxTermMonths().required()),
                loan.borrowerRate().required(), new Rate(bankRate), scheme.means().incomeTest().stated(),
                Money.ofCents(scheme.access().personCapCents().required()),
                scheme.access().purposes().required().admitted().stream().map(AdmittedPurpose::purpose).toList(),
                scheme.access().grounds().required().accepted(), support.banks().required(),
                support.guarantees().stated().orElse(List.of()), support.subsidy().stated(),
                support.rebate().stated(), support.reservationDays().required(),
                scheme.accompaniment().followUp().stated(), scheme.accompaniment().budget().stated());
    }

    /** One for each version. */
    public String key() {
        return schemeId + BETWEEN + version;
    }
}
