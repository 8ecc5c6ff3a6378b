package fr.microcredit.intake.request.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Short codes an office could have in its file numbers. Which of them it has is settled once, when its first dossier is
 * opened, and never given to another office.
 */
public final class OfficeCode {
    /** What a code may be. */
    public static final String SHAPE = "[A-Z]{2,8}";
    private static final int SHORT = 3;
    private static final int LONG = 7;

    private OfficeCode() {
    }

    /**
     * What an office is called by without a setting, the nicest first: the first three letters of its place, one more each
     * time where another office has that, then three letters and one more of the alphabet.
     *
     * @param officeId such as {@code ccas-dijon}: what stands before the first hyphen is the kind of office
     */
    public static List<String> candidates(String officeId) {
        String place = letters(officeId.substring(officeId.indexOf('-') + 1));
        String base = place.length() >= SHORT ? place : (place + letters(officeId) + "OFF");
        List<String> candidates = new ArrayList<>(IntStream.rangeClosed(SHORT, Math.min(base.length(), LONG))
                .mapToObj(length -> base.substring(0, length)).toList());
        IntStream.rangeClosed('A', 'Z').mapToObj(letter -> base.substring(0, SHORT) + (char) letter)
                .filter(each -> !candidates.contains(each)).forEach(candidates::add);
        return candidates;
    }

    private static String letters(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }
}
