package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import fr.microcredit.kit.loan.InstalmentTable;

/**
 * What became of an instalment of the table.
 *
 * @param missedOn day on which the bank reported it missed
 */
public record LoanInstalment(InstalmentTable.Line line, Optional<Payment> payment, Optional<LocalDate> missedOn) {

    /** Who paid and when. */
    public record Payment(LocalDate on, Payer payer) {
    }

    /** A payment by the office's support commission is aid: it cures the instalment and is counted apart. */
    public enum Payer {
        BORROWER, SUPPORT_COMMISSION
    }

    /** How an instalment stands. */
    public enum Standing {
        DUE, PAID, MISSED
    }

    static LoanInstalment due(InstalmentTable.Line line) {
        return new LoanInstalment(line, Optional.empty(), Optional.empty());
    }

    public int number() {
        return line.number();
    }

    public LocalDate dueOn() {
        return line.dueOn();
    }

    public boolean isPaid() {
        return payment.isPresent();
    }

    public Standing standing() {
        if (isPaid()) {
            return Standing.PAID;
        }
        return missedOn.isPresent() ? Standing.MISSED : Standing.DUE;
    }

    boolean isPaidBy(Payer payer) {
        return payment.map(by -> by.payer() == payer).orElse(false);
    }

    LoanInstalment paid(Payment by) {
        return new LoanInstalment(line, Optional.of(by), missedOn);
    }

    LoanInstalment missed(LocalDate on) {
        return new LoanInstalment(line, payment, Optional.of(on));
    }

    /** Days from due date to payment; 0 for a payment on its day, and while it is not paid. */
    public long delayDays() {
        return payment.map(by -> Math.max(0, ChronoUnit.DAYS.between(dueOn(), by.on()))).orElse(0L);
    }
}
