package fr.microcredit.deploy.local.demo;

import java.util.Map;

/** Applicants that do not exist. */
final class Persons {
    private static final int YEARS = 45;

    private Persons() {
    }

    static Map<String, Object> named(String family, String given, String birthDate, String postalCode, String city) {
        return Map.of("familyName", family, "givenNames", given, "birthDate", birthDate, "street", "1 rue des Exemples",
                "postalCode", postalCode, "city", city);
    }

    /** The background's applicants differ in name, so that each is a person of its own. */
    static Map<String, Object> numbered(int number, String postalCode, String city) {
        String letters = Integer.toString(number, 26).chars().map(c -> c < 'a' ? c - '0' + 'a' : c + 10)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return named("Exemple" + letters, "Alex", (1945 + number % YEARS) + "-03-15", postalCode, city);
    }
}
