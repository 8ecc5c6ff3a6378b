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
        /** A text says that there is no such rule; silence is open. */
        NONE,
        /** The scheme needs the rule and the texts give no value; no value is ever invented. */
        OPEN,
        /** A named person judges and records the grounds. */
        JUDGED,
        /** No text says it, the platform needs a value, and says so (domain.md A.18). */
        PLATFORM
    }

    public static <T> Clause<T> stated(T value, String source) {
        return new Clause<>(State.STATED, Optional.of(value), Optional.empty(), source);
    }

    public static <T> Clause<T> none(String source) {
        return new Clause<>(State.NONE, Optional.empty(), Optional.empty(), source);
    }

    public boolean hasValue() {
        return state == State.STATED || state == State.PLATFORM;
    }

    public boolean is(State asked) {
        return state == asked;
    }

    /** The value of a rule that has one, from a text or from the platform. */
    public Optional<T> stated() {
        return hasValue() ? value : Optional.empty();
    }

    /** @throws IllegalStateException on a rule that is not stated; active versions of a scheme state what they apply */
    public T required() {
        return stated().orElseThrow(() -> new IllegalStateException("A rule is not stated: " + source));
    }
}
