package fr.microcredit.eligibility.assessment.domain;

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
 * @param borrowerRate    chosen within the scheme's range, the highest where none was
 * @param bankRate        of the scheme where somebody pays the difference; otherwise what the borrower pays
 * @param personCap       most that one person may have outstanding, all guaranteed loans together
 * @param personCapJudged whether a named agent has judged that the loans found are another person's
 * @param reservationDays how long guarantee and subsidy stay reserved
 */
public record Terms(String schemeId, String schemeVersion, Money amount, int termMonths, Rate borrowerRate,
        Rate bankRate,
        Body commission, Money personCap, Optional<Boolean> personCapJudged, int reservationDays,
        List<Guarantee> guarantees, Optional<Subsidy> subsidy, Optional<Rebate> rebate) {

    /** Only versions without open rules are published, and only published ones are applied to dossiers. */
    public static Terms of(Scheme scheme, Wish wish) {
        SupportClauses support = scheme.support();
        Rate borrowerRate = scheme.loan().borrowerRate().required().applied(wish.borrowerRate());
        return new Terms(scheme.schemeId(), scheme.version(), wish.amount(), wish.months(), borrowerRate,
                bankRate(scheme, borrowerRate),
                scheme.decision().commission().required(),
                Money.ofCents(scheme.access().personCapCents().required()), Optional.empty(),
                support.reservationDays().required(), support.guarantees().stated().orElse(List.of()),
                support.subsidy().stated(), support.rebate().stated());
    }

    /** Without a subsidy a lower rate that the office chooses is the bank's own, or nobody would pay the difference. */
    private static Rate bankRate(Scheme scheme, Rate borrowerRate) {
        Rate stated = new Rate(scheme.loan().bankRate().required());
        boolean subsidised = scheme.support().subsidy().stated().isPresent();
        return subsidised || stated.compareTo(borrowerRate) <= 0 ? stated : borrowerRate;
    }

    /** After a named agent's judgement that a match concerns another person. */
    Terms withCapJudged() {
        return new Terms(schemeId, schemeVersion, amount, termMonths, borrowerRate, bankRate, commission, personCap,
                Optional.of(true), reservationDays, guarantees, subsidy, rebate);
    }
}
