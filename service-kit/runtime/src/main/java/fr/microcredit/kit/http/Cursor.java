package fr.microcredit.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;

/** Where the next part of a list begins, opaque to clients. */
public final class Cursor {
    private static final String SEPARATOR = "\n";

    private Cursor() {
    }

    public static String of(String... parts) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code malformed-request} for a text that is no cursor of this list */
    public static List<String> parts(String cursor, int expected) {
        try {
            List<String> parts = List
                    .of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR));
            if (parts.size() == expected) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.MALFORMED);
        }
        throw new ProblemException(Problems.MALFORMED);
    }
}
