package fr.microcredit.kit.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;

/**
 * Where the next part of a list begins, in lists ordered by a day and an identifier, newest first; opaque to clients.
 *
 * @param on of the last item seen
 * @param id of the last item seen
 */
public record Cursor(LocalDate on, UUID id) {
    /** Stands for the beginning of a list where a value is needed. */
    public static final Cursor START = new Cursor(LocalDate.EPOCH, new UUID(0, 0));
    private static final String SEPARATOR = " ";

    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((on + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code malformed-request} for a text that is no cursor */
    public static Cursor decoded(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR);
            return new Cursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new ProblemException(Problems.MALFORMED);
        }
    }
}
