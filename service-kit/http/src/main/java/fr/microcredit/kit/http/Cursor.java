package fr.microcredit.kit.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.store.Store;

/** Where the next part of a list begins, opaque to clients. */
final class Cursor {
    private static final String SEPARATOR = " ";
    /** The day has no blank, a key may have. */
    private static final int PARTS = 2;

    private Cursor() {
    }

    static String encoded(Store.Place place) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((place.day() + SEPARATOR + place.key()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code malformed-request} for a text that is no cursor */
    static Store.Place decoded(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                    .split(SEPARATOR, PARTS);
            Store.Place place = new Store.Place(LocalDate.parse(parts[0]), parts[1]);
            if (PlausibleDate.isPlausible(place.day()) && StorableText.isStorable(place.key())) {
                return place;
            }
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            // answered below like any other text that is no cursor
        }
        throw new ProblemException(Problems.MALFORMED, Parameters.wrong("?cursor"));
    }
}
