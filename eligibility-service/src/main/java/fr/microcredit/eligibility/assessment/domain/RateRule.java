package fr.microcredit.eligibility.assessment.domain;

import java.util.Map;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.LoanClauses.RateRange;
import fr.microcredit.kit.loan.Rate;

/**
 * The rate the office has chosen against the scheme's range, both ends inside (domain.md 1.9, 15). Who chooses none is asked
 * nothing; neither another amount nor another term mends a rate outside.
 */
final class RateRule {
    static final String NAME = "borrower-rate";

    private RateRule() {
    }

    static void look(Case c, Collector found) {
        Clause<RateRange> clause = c.scheme().loan().borrowerRate();
        clause.stated().ifPresent(range -> c.wish().borrowerRate()
                .ifPresent(chosen -> found.add(compare(chosen, range, clause.source()))));
    }

    private static Outcome compare(Rate chosen, RateRange range, String source) {
        Map<String, String> figures = Map.of("rate", chosen.toString(), "minRate", range.min().toPlainString(),
                "maxRate", range.max().toPlainString());
        Result result = range.contains(chosen) ? Result.PASS : Result.FAIL;
        return new Outcome(NAME, result, code(chosen, range), figures, source);
    }

    private static String code(Rate chosen, RateRange range) {
        if (range.hasOneRate()) {
            return range.contains(chosen) ? "only-rate" : "another-rate";
        }
        if (range.contains(chosen)) {
            return Outcome.WITHIN;
        }
        return chosen.percent().compareTo(range.min()) < 0 ? "below-minimum" : "above-maximum";
    }
}
