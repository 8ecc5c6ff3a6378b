package fr.microcredit.kit.problem;

import java.util.List;
import java.util.Locale;

/** The languages of the platform: French by default, English on request. */
public final class Languages {
    private static final List<Locale> KNOWN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private Languages() {
    }

    /** @param acceptLanguage the header, or null; nonsense counts as absent */
    public static Locale preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.FRENCH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), KNOWN);
            return found == null ? Locale.FRENCH : found;
        } catch (IllegalArgumentException e) {
            return Locale.FRENCH;
        }
    }
}
