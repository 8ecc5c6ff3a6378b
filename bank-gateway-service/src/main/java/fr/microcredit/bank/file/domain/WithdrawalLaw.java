package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * How long a borrower may withdraw from a signed credit, by the law of the contract's day (domain.md A.12).
 *
 * @param from    first day of contracts under it
 * @param days    after the signature, the last one included
 * @param article that says so
 */
public record WithdrawalLaw(LocalDate from, int days, String article) {
    private static final List<WithdrawalLaw> DATED = List.of(
            new WithdrawalLaw(LocalDate.of(2011, 5, 1), 14,
                    "Code de la consommation, L312-19 (L311-12 until 2016-07-01)"),
            new WithdrawalLaw(LocalDate.MIN, 7, "Code de la consommation, L311-15 of before the law 2010-737"));

    public static WithdrawalLaw of(LocalDate signedOn) {
        return DATED.stream().filter(each -> !signedOn.isBefore(each.from())).findFirst().orElseThrow();
    }

    static LocalDate lastDay(LocalDate signedOn) {
        return signedOn.plusDays(of(signedOn).days());
    }
}
