package fr.microcredit.kit.problem;

import java.util.List;

import fr.microcredit.kit.domain.Reason;

/**
 * One thing wrong with a request.
 *
 * @param pointer   JSON Pointer (RFC 6901) into the request body, empty for the whole
 * @param code      stable, in kebab case; names the text {@code violation.<code>}
 * @param arguments put into the text, such as a limit; never personal data
 * @param line      of the request body, from 1, or 0 where lines mean nothing
 */
public record Violation(String pointer, String code, List<String> arguments, int line) {
    public static Violation at(String pointer, String code, String... arguments) {
        return new Violation(pointer, code, List.of(arguments), 0);
    }

    static Violation of(Reason reason) {
        return new Violation(reason.pointer(), reason.code(), reason.arguments(), 0);
    }

    /** In a document that people write by hand. */
    public static Violation onLine(int line, String pointer, String code, List<String> arguments) {
        return new Violation(pointer, code, arguments, line);
    }
}
