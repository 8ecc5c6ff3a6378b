package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a bank's silence after the signature means, by the law of the contract's day (domain.md A.12): the contract is perfect
 * once the bank has told the borrower that it lends, and silence is a refusal; a late word holds if the borrower still wants it.
 *
 * @param from         first day of contracts under it
 * @param days         after the signature in which the bank has to tell, the last one included
 * @param byReservation whether the bank owes a word only where it has reserved that in its offer
 * @param payOutAgrees whether the pay-out after these days is such a word
 * @param article      that says so
 */
public record AgreementLaw(LocalDate from, int days, boolean byReservation, boolean payOutAgrees, String article) {
    private static final List<AgreementLaw> DATED = List.of(
            new AgreementLaw(LocalDate.of(2011, 5, 1), 7, false, true,
                    "Code de la consommation, L312-24 (L311-13 until 2016-07-01)"),
            new AgreementLaw(LocalDate.MIN, 7, true, false,
                    "Code de la consommation, L311-15 and L311-16 of before the law 2010-737"));

    public static AgreementLaw of(LocalDate signedOn) {
        return DATED.stream().filter(each -> !signedOn.isBefore(each.from())).findFirst().orElseThrow();
    }

    /** The last day on which the bank's word is in time. */
    public LocalDate lastDay(LocalDate signedOn) {
        return signedOn.plusDays(days);
    }
}
