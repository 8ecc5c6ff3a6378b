package fr.microcredit.eligibility.assessment.domain;

import java.util.Locale;
import java.util.Map;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;

/** A rule that the scheme needs and its texts leave open never passes by itself: a person has to look. */
final class OpenRules {
    static final String CODE = "rule-open";

    private OpenRules() {
    }

    static void look(Case c, Collector found) {
        for (String open : c.scheme().blockingRules()) {
            found.add(Outcome.needsHuman(name(open), CODE, Map.of("clause", open),
                    c.scheme().clauses().get(open).source()));
        }
    }

    /** {@code loan/bankRate} becomes {@code bank-rate}. */
    private static String name(String clause) {
        return clause.substring(clause.indexOf('/') + 1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
