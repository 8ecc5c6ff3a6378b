package fr.microcredit.guarantee.subsidy.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.guarantee.promise.domain.Asking;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Agreement;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/**
 * A bank's acceptance under a scheme with a subsidy, which asks the office's envelope of the year.
 *
 * @param amount    the bank's figure: bank-rate schedule minus borrower-rate schedule; empty without a subsidy
 * @param agreement from disbursement on
 */
public record SubsidyAsking(About about, int round, Optional<Money> amount, int reservationDays, LocalDate on,
        Optional<Agreement> agreement) implements Asking {
    @Override
    public boolean asksForAny() {
        return amount.isPresent();
    }
}
