package fr.microcredit.intake.request.domain;

import java.util.List;

import fr.microcredit.kit.money.Money;

/**
 * A household's month.
 *
 * @param resources   benefits included
 * @param charges     incompressible ones: housing, energy, schooling, insurance, complementary health cover
 * @param loans       existing ones
 * @param overIndebted whether a procedure of over-indebtedness is under way; never told to a bank by us (L721-3)
 */
public record Budget(List<Line> resources, List<Line> charges, List<ExistingLoan> loans, boolean overIndebted) {

    /** One line of the form, a month. */
    public record Line(String kind, Money monthly) {
    }

    /** A loan the household already repays. */
    public record ExistingLoan(Money monthly, Money outstanding) {
    }

    public Money totalResources() {
        return Money.sum(resources.stream().map(Line::monthly).toList());
    }

    public Money totalCharges() {
        return Money.sum(charges.stream().map(Line::monthly).toList());
    }

    public Money loanInstalments() {
        return Money.sum(loans.stream().map(ExistingLoan::monthly).toList());
    }

    public Money existingDebt() {
        return Money.sum(loans.stream().map(ExistingLoan::outstanding).toList());
    }
}
