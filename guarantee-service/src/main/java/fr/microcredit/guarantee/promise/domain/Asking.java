package fr.microcredit.guarantee.promise.domain;

import java.time.LocalDate;

import fr.microcredit.kit.domain.About;

/** What a bank's acceptance, or later its disbursement, asks public money for. */
public interface Asking {
    About about();

    /** Number of the bank's decision. */
    int round();

    /** Business date. */
    LocalDate on();

    /** False where the scheme has nothing of this kind. */
    boolean asksForAny();
}
