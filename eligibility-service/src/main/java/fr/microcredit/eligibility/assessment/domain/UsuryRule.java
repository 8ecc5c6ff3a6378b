package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.kit.loan.Rate;
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
    private UsuryRule() {
    }

    static void look(Case c, Collector found) {
        Optional<BigDecimal> bankRate = c.bankRate().map(Rate::percent);
        Optional<DatedValue> threshold = threshold(c);
        if (threshold.isEmpty()) {
            found.note("usury-not-known", Map.of("day", c.wish().appliedOn().toString()), SOURCE);
        } else if (bankRate.isPresent()) {
            found.add(compare(effective(bankRate.get()), threshold.get()));
        }
    }

    private static Optional<DatedValue> threshold(Case c) {
        return category(c).flatMap(name -> c.parameters().on(name, c.wish().appliedOn()));
    }

    /** By the amount and by the limits of that day; empty where they are not known. */
    private static Optional<ParameterName> category(Case c) {
        Optional<Boolean> small = within(c, ParameterName.USURY_SMALL_UP_TO);
        Optional<Boolean> middle = within(c, ParameterName.USURY_MIDDLE_UP_TO);
        return small.map(isSmall -> isSmall
                ? ParameterName.USURY_SMALL
                : middle.orElse(true) ? ParameterName.USURY_MIDDLE : ParameterName.USURY_LARGE);
    }

    private static Optional<Boolean> within(Case c, ParameterName limit) {
        return c.parameters().on(limit, c.wish().appliedOn())
                .map(value -> Money.ofEuros(value.value().toPlainString()).isAtLeast(c.wish().amount()));
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
