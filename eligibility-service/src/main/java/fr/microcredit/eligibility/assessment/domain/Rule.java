package fr.microcredit.eligibility.assessment.domain;

import java.util.Map;
import java.util.function.Function;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.kit.money.Money;

/** A named rule: a pure function of the case. It says nothing where the scheme does not have the rule. */
interface Rule {
    void look(Case c, Collector found);

    /**
     * Looks at a clause as far as the texts go: a stated one is applied, a judged one waits for a person. An open one is
     * told once for all by {@link OpenRules}.
     *
     * @param look takes the stated value
     */
    static <T> void apply(Clause<T> clause, Collector found, Function<T, Outcome> look) {
        switch (clause.state()) {
            case STATED, PLATFORM -> found.add(look.apply(clause.required()));
            case JUDGED -> found.add(toBeJudged(clause.question().orElseThrow(), clause.source()));
            case NONE, OPEN -> {
                // nothing to compare with
            }
        }
    }

    static Outcome toBeJudged(String question, String source) {
        return Outcome.needsHuman(question, "to-be-judged", Map.of(), source);
    }

    static String cents(Money amount) {
        return String.valueOf(amount.cents());
    }
}
