package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import fr.microcredit.kit.loan.Instalment;

/**
 * An instalment and what became of it.
 *
 * @param missedOn day on which the bank reported it missed
 */
public record LoanInstalment(Instalment figures, LocalDate dueOn, Optional<Payment> payment,
        Optional<LocalDate> missedOn) {

    /** Who paid and when. */
    public record Payment(LocalDate on, Payer payer) {
    }

    /** A payment by the office's support commission is aid: it cures the instalment and is counted apart. */
    public enum Payer {
        BORROWER, SUPPORT_COMMISSION
    }

    public int number() {
        return figures.number();
    }

    public boolean isPaid() {
        return payment.isPresent();
    }

    LoanInstalment paid(Payment by) {
        return new LoanInstalment(figures, dueOn, Optional.of(by), missedOn);
    }

    LoanInstalment missed(LocalDate on) {
        return new LoanInstalment(figures, dueOn, payment, Optional.of(on));
    }

    /** Days from due date to payment; 0 for a payment on its day or before, and while it is not paid. */
    public long delayDays() {
        return payment.map(by -> Math.max(0, ChronoUnit.DAYS.between(dueOn, by.on()))).orElse(0L);
    }
}
