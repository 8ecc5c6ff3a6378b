package fr.microcredit.guarantee.rebate.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;
import fr.microcredit.kit.money.Money;

/**
 * The Region's rebate of a part of the interest after full repayment.
 *
 * @param fraction   of the interest paid
 * @param conditions of the scheme, frozen with the loan; empty once an order has been made on them
 * @param base       interest the borrower has really paid; empty before full repayment
 * @param amount     to be credited; empty before full repayment, and where none is due
 * @param lastOn     business date of the newest event
 */
public record Rebate(About about, Status state, BigDecimal fraction, Optional<Conditions> conditions,
        Optional<Money> base, Optional<Money> amount, LocalDate lastOn) implements OfDossier {

    /** Where a rebate stands. */
    public enum Status {
        HOPED_FOR, ORDERED, CREDITED, NOT_DUE
    }

    Rebate repaid(Status next, Money paid, Optional<Money> due, LocalDate on) {
        return new Rebate(about, next, fraction, conditions, Optional.of(paid), due, on);
    }

    Rebate credited(LocalDate on) {
        return new Rebate(about, Status.CREDITED, fraction, conditions, base, amount, on);
    }

    @Override
    public String key() {
        return dossierId().toString();
    }

    @Override
    public String tenant() {
        return about.officeId();
    }

    @Override
    public String status() {
        return Codes.of(state);
    }

    @Override
    public LocalDate day() {
        return lastOn;
    }
}
