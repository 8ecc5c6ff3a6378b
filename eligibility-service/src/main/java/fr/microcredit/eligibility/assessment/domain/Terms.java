package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.scheme.domain.DecisionClauses.Body;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.domain.SupportClauses;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Rebate;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Subsidy;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * What holds for a request from its assessment on: the scheme's terms for this amount and term. They travel with the dossier,
 * and everybody passes them on untouched.
 *
 * @param borrowerRate    the highest of the scheme's range
 * @param personCap       most that one person may have outstanding, all guaranteed loans together
 * @param personCapJudged whether a named agent has judged that the loans found are another person's
 * @param reservationDays how long guarantee and subsidy stay reserved
 */
public record Terms(String schemeId, String schemeVersion, Money amount, int termMonths, Rate borrowerRate,
        Rate bankRate,
        Body commission, Money personCap, Optional<Boolean> personCapJudged, int reservationDays,
        List<Guarantee> guarantees, Optional<Subsidy> subsidy, Optional<Rebate> rebate) {

    /** Only versions without open rules are published, and only published ones are applied to dossiers. */
    public static Terms of(Scheme scheme, Money amount, int months) {
        SupportClauses support = scheme.support();
        BigDecimal bankRate = scheme.loan().bankRate().required();
        return new Terms(scheme.schemeId(), scheme.version(), amount, months,
                scheme.loan().borrowerRate().required().highest(), new Rate(bankRate),
                scheme.decision().commission().required(),
                Money.ofCents(scheme.access().personCapCents().required()), Optional.empty(),
                support.reservationDays().required(), support.guarantees().stated().orElse(List.of()),
                support.subsidy().stated(), support.rebate().stated());
    }

    /** After a named agent's judgement that a match concerns another person. */
    Terms withCapJudged() {
        return new Terms(schemeId, schemeVersion, amount, termMonths, borrowerRate, bankRate, commission, personCap,
                Optional.of(true), reservationDays, guarantees, subsidy, rebate);
    }
}
