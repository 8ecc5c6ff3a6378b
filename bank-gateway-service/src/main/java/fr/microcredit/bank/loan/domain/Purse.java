package fr.microcredit.bank.loan.domain;

import fr.microcredit.bank.loan.domain.LoanState.Besides;
import fr.microcredit.kit.money.Money;

/** Counts the money that goes to no instalment. */
final class Purse {
    private Money overpaid = Money.ZERO;
    private Money prepaid = Money.ZERO;
    private Money capitalised = Money.ZERO;
    private Money recovered = Money.ZERO;
    private Money interestRecovered = Money.ZERO;
    private Money claimed = Money.ZERO;
    private Money writtenOff = Money.ZERO;

    void overpaid(Money amount) {
        overpaid = overpaid.plus(amount);
    }

    void returned(Money amount) {
        overpaid = overpaid.minus(amount);
    }

    void prepaid(Money amount) {
        prepaid = prepaid.plus(amount);
    }

    void capitalised(Money amount) {
        capitalised = capitalised.plus(amount);
    }

    void recovered(Money amount, Money interestByBorrower) {
        recovered = recovered.plus(amount);
        interestRecovered = interestRecovered.plus(interestByBorrower);
    }

    void claimed(Money principal) {
        claimed = principal;
    }

    void writtenOff(Money amount) {
        writtenOff = amount;
    }

    Besides contents() {
        return new Besides(overpaid, prepaid, capitalised, recovered, interestRecovered, claimed, writtenOff);
    }
}
