package fr.microcredit.bank.file.domain;

import java.util.List;
import java.util.Optional;

import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.InterestSubsidy;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * The frozen terms that came with the file.
 *
 * @param frozen   what this service reads of them
 * @param subsidy  what the office's envelope has to bear of the interest, where the scheme has a subsidy
 * @param document all terms, passed on untouched
 */
public record FileTerms(Frozen frozen, Optional<Money> subsidy, Verbatim document) {

    /**
     * As they travel with the file.
     *
     * @param guarantees the guarantors, who have to answer
     */
    public record Frozen(Money amount, int termMonths, Rate borrowerRate, Rate bankRate, List<Guarantee> guarantees,
            Optional<Subsidy> subsidy) {
        public record Guarantee(String guarantor) {
        }

        public record Subsidy(String method) {
        }
    }

    /** With the subsidy that the two rates lead to; it is computed here once and travels from then on. */
    public static FileTerms of(Frozen frozen, Verbatim document) {
        return new FileTerms(frozen, frozen.subsidy().map(any -> InterestSubsidy
                .of(frozen.amount(), frozen.termMonths(), frozen.bankRate(), frozen.borrowerRate()).total()), document);
    }

    public Money amount() {
        return frozen.amount();
    }

    public boolean isGuaranteed() {
        return !frozen.guarantees().isEmpty();
    }

    public boolean isSubsidised() {
        return subsidy.isPresent();
    }
}
