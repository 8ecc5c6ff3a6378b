package fr.microcredit.intake.applicant.domain;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who asks. It is stored apart from the dossier so that it can be erased, and leaves the office for one bank only, under
 * consent. The social-security number is never asked for.
 */
public record Applicant(String familyName, String givenNames, LocalDate birthDate, String street, String postalCode,
        String city, Optional<String> phone, Optional<String> email) {

    /**
     * What the same person has in common on two forms: family name, first given name and birth date, letters only, since
     * forms agree neither on accents and hyphens nor on further names. It names the person and is only kept as a keyed hash.
     */
    public String match() {
        return letters(familyName) + "|" + letters(first(givenNames)) + "|" + birthDate;
    }

    private static String first(String names) {
        return Arrays.stream(names.split("[\\s,-]+")).filter(name -> !name.isEmpty()).findFirst().orElse("");
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
