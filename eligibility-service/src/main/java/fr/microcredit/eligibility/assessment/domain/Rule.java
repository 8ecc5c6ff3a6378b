package fr.microcredit.eligibility.assessment.domain;

import java.util.Map;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;

/** A named rule: a pure function of the case. Empty where the scheme does not have the rule. */
interface Rule {
    Optional<Outcome> look(Case c);

    static Optional<Outcome> outcome(String rule, Result result, String code, Map<String, String> figures,
            String source) {
        return Optional.of(new Outcome(rule, result, code, figures, source));
    }

    /** Pass with {@code within}, or fail with the given code. */
    static Optional<Outcome> passIf(boolean holds, String rule, String failure, Map<String, String> figures,
            String source) {
        return outcome(rule, holds ? Result.PASS : Result.FAIL, holds ? "within" : failure, figures, source);
    }
}
