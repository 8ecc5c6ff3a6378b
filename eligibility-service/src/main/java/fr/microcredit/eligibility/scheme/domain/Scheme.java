package fr.microcredit.eligibility.scheme.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.eligibility.scheme.domain.Clause.State;

/**
 * A version of a scheme: a territory's rules as data, each with its source and with how far the texts go.
 *
 * @param schemeId  stable over versions
 * @param version   unique for the scheme; once published it never changes
 * @param validFrom first day on which requests may be made under it
 * @param validTo   last day, open where empty; a later version ends an open one
 * @param validity  where its first day and its territory are written, as far as a text says it
 */
public record Scheme(String schemeId, String version, String name, LocalDate validFrom, Optional<LocalDate> validTo,
        Optional<String> validity, Territory territory, DecisionClauses decision, LoanClauses loan, MeansClauses means,
        AccessClauses access,
        SupportClauses support, AccompanimentClauses accompaniment) {
    /** Without these a scheme can be applied: they describe what goes with it, or only widen what it allows. */
    private static final Set<String> NOT_NEEDED = Set.of("decision/override", "loan/exceptionalAmountCents",
            "loan/exceptionalTermMonths", "means/debtRatio", "accompaniment/followUp", "accompaniment/budget",
            "accompaniment/otherAids");
    private static final String SUBSIDY = "support/subsidy";

    public boolean appliesOn(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Every rule by its place in the file, such as {@code loan/bankRate}. */
    public Map<String, Clause<?>> clauses() {
        Map<String, Clause<?>> all = new LinkedHashMap<>();
        SchemeRules.ALL.forEach(rule -> all.put(rule.name(), rule.of(this)));
        return all;
    }

    /** Open rules without which the version can not be applied; it is published only when there is none. */
    public List<String> blockingRules() {
        List<String> blocking = new ArrayList<>();
        for (SchemeRules.Rule rule : SchemeRules.ALL) {
            if (rule.of(this).is(State.OPEN) && needs(rule.name())) {
                blocking.add(rule.name());
            }
        }
        return blocking;
    }

    private boolean needs(String rule) {
        return rule.equals(SUBSIDY) ? isCheaperThanTheBank() : !NOT_NEEDED.contains(rule);
    }

    /** Somebody has to bear the difference then. */
    boolean isCheaperThanTheBank() {
        return loan.borrowerRate().stated().isPresent() && loan.bankRate().stated()
                .map(bank -> bank.compareTo(loan.borrowerRate().required().max()) > 0).orElse(true);
    }
}
