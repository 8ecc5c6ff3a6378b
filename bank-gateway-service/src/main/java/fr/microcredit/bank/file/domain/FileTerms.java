package fr.microcredit.bank.file.domain;

import java.util.Optional;

import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.InterestSubsidy;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * The frozen terms that came with the file.
 *
 * @param guaranteed whether the scheme has guarantors, who have to answer
 * @param subsidy    what the office's envelope has to bear of the interest, where the scheme has a subsidy
 * @param document   all terms, passed on untouched
 */
public record FileTerms(Money amount, int months, Rate borrowerRate, Rate bankRate, boolean guaranteed,
        Optional<Money> subsidy, Verbatim document) {

    /** With the subsidy that the two rates lead to; it is computed here once and travels from then on. */
    public static FileTerms of(Money amount, int months, Rate borrowerRate, Rate bankRate, boolean guaranteed,
            boolean subsidised, Verbatim document) {
        return new FileTerms(amount, months, borrowerRate, bankRate, guaranteed, subsidised
                ? Optional.of(InterestSubsidy.of(amount, months, bankRate, borrowerRate).total())
                : Optional.empty(), document);
    }

    public boolean isSubsidised() {
        return subsidy.isPresent();
    }
}
