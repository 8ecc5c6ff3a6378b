package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.kit.money.Money;

/**
 * Money of the support commission, as the bank tells of it.
 *
 * @param instalment that it paid, or began to pay where it was more than one or a part of one; from 1
 * @param amount     that went to instalments; what is owed back is not in it
 * @param line       of the loan's journal, for money that was not exactly the next instalment
 */
public record SupportPayment(int instalment, Money amount, LocalDate on, Optional<Integer> line) {
    /** Whether it still counts after a correction. */
    boolean outlives(int corrected, int instalmentsPaid) {
        return line.map(own -> own != corrected).orElse(instalment <= instalmentsPaid);
    }
}
