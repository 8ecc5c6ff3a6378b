package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.kit.money.Money;

/**
 * The bank's effective rate against the usury threshold of the loan's category (article L314-6 of the Code de la
 * consommation). A micro-credit never comes near it; a threshold that is not known is noted and decides nothing.
 */
final class UsuryRule {
    private static final String RULE = "usury";
    private static final String SOURCE = "Article L314-6 du code de la consommation";
    private static final BigDecimal MONTHS_IN_PERCENT = BigDecimal.valueOf(1200);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MONTHS = 12;
    private static final int DECIMALS = 4;
    private static final List<Category> CATEGORIES = List.of(
            new Category(ParameterName.USURY_UP_TO_1524, 0, 152_400),
            new Category(ParameterName.USURY_ABOVE_1524, 152_400, Long.MAX_VALUE),
            new Category(ParameterName.USURY_UP_TO_3000, 0, 300_000),
            new Category(ParameterName.USURY_UP_TO_6000, 300_000, 600_000),
            new Category(ParameterName.USURY_ABOVE_6000, 600_000, Long.MAX_VALUE));

    private UsuryRule() {
    }

    /** Amounts in euro cents: above the first, up to the second. */
    private record Category(ParameterName name, long above, long upTo) {
        boolean holds(Money amount) {
            return amount.cents() > above && amount.cents() <= upTo;
        }
    }

    static void look(Case c, Collector found) {
        Optional<BigDecimal> bankRate = c.scheme().loan().bankRate().stated();
        Optional<DatedValue> threshold = threshold(c);
        if (threshold.isEmpty()) {
            found.note("usury-not-known", Map.of("day", c.wish().appliedOn().toString()), SOURCE);
        } else if (bankRate.isPresent()) {
            found.add(compare(effective(bankRate.get()), threshold.get()));
        }
    }

    private static Optional<DatedValue> threshold(Case c) {
        for (Category category : CATEGORIES) {
            if (category.holds(c.wish().amount())) {
                Optional<DatedValue> value = c.parameters().on(category.name(), c.wish().appliedOn());
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    private static Outcome compare(BigDecimal rate, DatedValue threshold) {
        return Outcome.passIf(rate.compareTo(threshold.value()) <= 0, RULE, "above-threshold",
                Map.of("effectiveRate", rate.toPlainString(), "threshold", threshold.value().toPlainString()),
                threshold.source());
    }

    /** Twelve monthly rates compounded: what the bank's nominal rate comes to without charges. */
    private static BigDecimal effective(BigDecimal nominal) {
        BigDecimal monthly = nominal.divide(MONTHS_IN_PERCENT, MathContext.DECIMAL64);
        return BigDecimal.ONE.add(monthly).pow(MONTHS, MathContext.DECIMAL64).subtract(BigDecimal.ONE)
                .multiply(HUNDRED).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
