package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * What is asked for.
 *
 * @param borrowerRate yearly nominal rate the office has chosen for this loan; empty where it leaves it to the scheme
 * @param funding      on which bank and office have agreed, where guarantee or subsidy were declined
 * @param appliedOn    day of the first submission: the rules of that day stay with the dossier
 */
public record Wish(String schemeId, Purpose purpose, Ground ground, Money amount, int months,
        Optional<Rate> borrowerRate, Optional<Funding> funding, LocalDate appliedOn) {
    /** Under what the scheme says. */
    public Wish(String schemeId, Purpose purpose, Ground ground, Money amount, int months, Optional<Rate> borrowerRate,
            LocalDate appliedOn) {
        this(schemeId, purpose, ground, amount, months, borrowerRate, Optional.empty(), appliedOn);
    }

    /** Under what bank and office have agreed on. */
    public Wish under(Optional<Funding> agreed) {
        return new Wish(schemeId, purpose, ground, amount, months, borrowerRate, agreed, appliedOn);
    }

    boolean isPaidByBorrower() {
        return funding.filter(agreed -> agreed.subsidyPaidBy() == Funding.Payer.BORROWER).isPresent();
    }

    Wish appliedOn(LocalDate day) {
        return new Wish(schemeId, purpose, ground, amount, months, borrowerRate, funding, day);
    }

    /** At the same rate. */
    Wish asking(Money another, int term) {
        return new Wish(schemeId, purpose, ground, another, term, borrowerRate, funding, appliedOn);
    }
}
