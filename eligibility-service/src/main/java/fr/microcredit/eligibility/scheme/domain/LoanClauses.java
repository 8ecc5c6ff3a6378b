package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;
import java.util.Optional;

import fr.microcredit.kit.loan.Rate;

/**
 * What may be lent, for how long and at which price. Both ends of every range are inside it.
 *
 * @param minAmountCents         euro cents
 * @param maxAmountCents         euro cents
 * @param exceptionalAmountCents euro cents up to which a person may judge an exception
 * @param minTermMonths          months
 * @param maxTermMonths          months
 * @param exceptionalTermMonths  months up to which a person may judge an exception
 * @param borrowerRate           yearly nominal rate of the borrower
 * @param bankRate               yearly nominal rate of the bank, percent
 * @param feesCents              file fees, euro cents
 * @param personalGuarantor      whether somebody must stand surety
 */
public record LoanClauses(Clause<Long> minAmountCents, Clause<Long> maxAmountCents, Clause<Long> exceptionalAmountCents,
        Clause<Integer> minTermMonths, Clause<Integer> maxTermMonths, Clause<Integer> exceptionalTermMonths,
        Clause<RateRange> borrowerRate, Clause<BigDecimal> bankRate, Clause<Long> feesCents,
        Clause<Boolean> personalGuarantor) {

    /** Percent a year, fixed where both are equal; both ends are inside. */
    public record RateRange(BigDecimal min, BigDecimal max) {
        public boolean contains(Rate rate) {
            return rate.percent().compareTo(min) >= 0 && rate.percent().compareTo(max) <= 0;
        }

        public boolean hasOneRate() {
            return min.compareTo(max) == 0;
        }

        /** What the office chooses for this loan; the highest where it chooses none or one outside (domain.md A.2). */
        public Rate applied(Optional<Rate> chosen) {
            return chosen.filter(this::contains).orElseGet(() -> new Rate(max));
        }
    }
}
