package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What borrower and bank have signed.
 *
 * @param reserved  whether the bank has reserved its agreement in the offer; the law asks for it anyway since 2011-05-01
 * @param agreedOn  day on which the bank has told the borrower that it lends
 * @param refusedOn day with whose end its silence was a refusal, as long as nothing else was said since
 * @param paidOutOn day of the pay-out, once it was reported
 */
public record Contract(LocalDate signedOn, LocalDate firstDueOn, boolean reserved, Optional<LocalDate> agreedOn,
        Optional<LocalDate> refusedOn, Optional<LocalDate> paidOutOn) {
    /** No money either way in the seven days after the signature (Code de la consommation, L312-25). */
    private static final int DAYS_WITHOUT_PAYMENT = 7;

    /** With no reservation, and no word of the bank since. */
    public Contract(LocalDate signedOn, LocalDate firstDueOn) {
        this(signedOn, firstDueOn, false);
    }

    /** With no word of the bank since. */
    public Contract(LocalDate signedOn, LocalDate firstDueOn, boolean reserved) {
        this(signedOn, firstDueOn, reserved, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The first day on which money may go out. */
    LocalDate earliestPayOut() {
        return signedOn.plusDays(DAYS_WITHOUT_PAYMENT + 1L);
    }

    /** Whether money may have gone out on a day or before it. */
    boolean mayBePaidOutBy(LocalDate day) {
        return !day.isBefore(earliestPayOut());
    }

    public AgreementLaw law() {
        return AgreementLaw.of(signedOn);
    }

    /** Whether the law of its day waits for the bank's word still. */
    public boolean awaitsAgreement() {
        return agreedOn.isEmpty() && (reserved || !law().byReservation());
    }

    /** Last day on which the bank's word is in time. */
    public LocalDate agreementUntil() {
        return law().lastDay(signedOn);
    }

    Contract agreed(LocalDate on) {
        return new Contract(signedOn, firstDueOn, reserved, Optional.of(on), Optional.empty(), paidOutOn);
    }

    Contract silent(LocalDate on) {
        return new Contract(signedOn, firstDueOn, reserved, agreedOn, Optional.of(on), paidOutOn);
    }

    Contract paidOut(LocalDate on) {
        return new Contract(signedOn, firstDueOn, reserved, agreedOn, refusedOn, Optional.of(on));
    }
}
