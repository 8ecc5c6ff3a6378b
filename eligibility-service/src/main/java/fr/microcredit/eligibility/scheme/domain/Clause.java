package fr.microcredit.eligibility.scheme.domain;

import java.util.Optional;

/**
 * One rule of a scheme as its texts leave it, with the place where it is written.
 *
 * @param state    how far the texts go
 * @param value    of a stated rule; of a judged one the limit up to which a person may judge, if there is one
 * @param question of a judged rule: what the person has to judge, in kebab case
 * @param source   text, page or decision
 */
public record Clause<T>(State state, Optional<T> value, Optional<String> question, String source) {

    /** How far the texts go. */
    public enum State {
        /** A value with its source. */
        STATED,
        /** The texts have no such rule, and the scheme needs none. */
        NONE,
        /** The scheme needs the rule and the texts give no value; no value is ever invented. */
        OPEN,
        /** A named person judges and records the grounds. */
        JUDGED
    }

    public static <T> Clause<T> stated(T value, String source) {
        return new Clause<>(State.STATED, Optional.of(value), Optional.empty(), source);
    }

    public static <T> Clause<T> none(String source) {
        return new Clause<>(State.NONE, Optional.empty(), Optional.empty(), source);
    }

    public boolean is(State asked) {
        return state == asked;
    }

    /** The value of a stated rule. */
    public Optional<T> stated() {
        return state == State.STATED ? value : Optional.empty();
    }

    /** @throws IllegalStateException on a rule that is not stated; active versions of a scheme state what they apply */
    public T required() {
        return stated().orElseThrow(() -> new IllegalStateException("A rule is not stated: " + source));
    }
}
