package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;

import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * What a loan was paid out on. It never changes: what becomes of it is reported, and every later table follows from both.
 *
 * @param rate       of the borrower, a year
 * @param bankRate   of the bank; the same where nobody bears a part of the interest
 * @param guaranteed whether guarantors answer for a part of it
 * @param table      of the contract
 */
public record Agreement(Money principal, Rate rate, Rate bankRate, LocalDate disbursedOn, boolean guaranteed,
        InstalmentTable table, LoanClauses clauses) {

    boolean isSubsidised() {
        return !rate.equals(bankRate);
    }
}
