package fr.microcredit.kit.domain;

import java.util.Arrays;
import java.util.List;

/**
 * Why an act does not hold.
 *
 * @param kind      what that means for whoever asked
 * @param code      stable, in kebab case; names the texts
 * @param pointer   JSON Pointer (RFC 6901) to the field of the request concerned, empty where it is none
 * @param arguments for the text, such as a limit; never personal data
 */
public record Reason(Kind kind, String code, String pointer, List<String> arguments) {

    /** What a refusal means. */
    public enum Kind {
        /** Where the matter stands the act is not possible. */
        CONFLICT,
        /** What was asked for does not fit, whatever the state. */
        INVALID,
        /** There is nothing with this identifier. */
        UNKNOWN
    }

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason conflict(String code, Object... arguments) {
        return new Reason(Kind.CONFLICT, code, "", texts(arguments));
    }

    public static Reason invalid(String pointer, String code, Object... arguments) {
        return new Reason(Kind.INVALID, code, pointer, texts(arguments));
    }

    public static Reason unknown() {
        return new Reason(Kind.UNKNOWN, "not-found", "", List.of());
    }

    /** The same reason, laid to a field. */
    public Reason at(String field) {
        return new Reason(kind, code, field, arguments);
    }

    private static List<String> texts(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }
}
