package fr.microcredit.intake.applicant.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What of a name and a birth date makes two applicants the same person, however a form spells them: the letters alone,
 * without accents and of ordinary width, ligatures and crossed letters as people type them who do not have them.
 */
public final class SameName {
    private static final Map<String, String> AS_TYPED = Map.of("\u0152", "OE", "\u00c6", "AE", "\u0141", "L", "\u00d8",
            "O", "\u0110", "D");

    private SameName() {
    }

    public static String of(Applicant applicant) {
        return letters(applicant.familyName()) + "|" + firstName(applicant.givenNames()) + "|"
                + applicant.birthDate();
    }

    /** Only the first given name: forms do not agree on the others. */
    private static String firstName(String givenNames) {
        return letters(
                Arrays.stream(givenNames.split("[\\s,-]+")).filter(name -> !name.isEmpty()).findFirst().orElse(""));
    }

    private static String letters(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]", "");
        for (Map.Entry<String, String> each : AS_TYPED.entrySet()) {
            letters = letters.replace(each.getKey(), each.getValue());
        }
        return letters;
    }
}
