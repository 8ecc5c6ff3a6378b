package fr.microcredit.eligibility.assessment.domain;

import java.util.Map;

/**
 * What one rule says.
 *
 * @param rule    its name, in kebab case
 * @param result  pass, fail, or for a person to look at
 * @param code    why, stable
 * @param figures what was compared: amounts in cents, counts, dates, by name; for the office only
 * @param source  where the rule is written
 */
public record Outcome(String rule, Result result, String code, Map<String, String> figures, String source) {
    static final String OVER_INDEBTEDNESS = "over-indebtedness";
    static final String PERSON_CAP = "person-cap";
    /** Why a rule passes. */
    static final String WITHIN = "within";

    /** The three answers of a rule. */
    public enum Result {
        PASS, FAIL, NEEDS_HUMAN
    }

    static Outcome needsHuman(String rule, String code, Map<String, String> figures, String source) {
        return new Outcome(rule, Result.NEEDS_HUMAN, code, figures, source);
    }

    static Outcome fail(String rule, String code, Map<String, String> figures, String source) {
        return new Outcome(rule, Result.FAIL, code, figures, source);
    }

    static Outcome pass(String rule, Map<String, String> figures, String source) {
        return new Outcome(rule, Result.PASS, WITHIN, figures, source);
    }

    /** Pass with {@code within}, or fail with the given code. */
    static Outcome passIf(boolean holds, String rule, String failure, Map<String, String> figures, String source) {
        return holds ? pass(rule, figures, source) : fail(rule, failure, figures, source);
    }

    /** Whether its answer tells what may not leave the office and this service (domain.md A.13). */
    public boolean isSensitive() {
        return rule.equals(OVER_INDEBTEDNESS);
    }

    Outcome judged(Result judgement) {
        return new Outcome(rule, judgement, judgement == Result.PASS ? "judged-pass" : "judged-fail", figures, source);
    }

    Outcome overridden() {
        return new Outcome(rule, Result.PASS, "overridden", figures, source);
    }
}
