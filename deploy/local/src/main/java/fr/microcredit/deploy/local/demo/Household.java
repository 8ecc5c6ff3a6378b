package fr.microcredit.deploy.local.demo;

import java.util.List;
import java.util.Map;

/** The household of a demonstration dossier; amounts a month, in cents. */
record Household(String commune, int adults, List<String> childBirthDates, long resourcesCents, long chargesCents) {
    Map<String, Object> form() {
        return Map.of("commune", commune, "adults", adults, "childBirthDates", childBirthDates);
    }

    Map<String, Object> budget() {
        return Map.of("resources", List.of(Map.of("kind", "wages-and-benefits", "monthlyCents", resourcesCents)),
                "charges",
                List.of(Map.of("kind", "housing-and-energy", "monthlyCents", chargesCents)), "loans", List.of(),
                "overIndebted", false);
    }
}
