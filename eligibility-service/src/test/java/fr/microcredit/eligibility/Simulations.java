package fr.microcredit.eligibility;

import java.util.HashMap;
import java.util.Map;

/** Questions to the simulator. */
final class Simulations {
    private Simulations() {
    }

    /** A person alone in Dijon in September 2008 who asks for 3 000 over 24 months, with changes; null takes a field out. */
    static Map<String, Object> question(Map<String, Object> changes) {
        Map<String, Object> question = new HashMap<>(Map.of("commune", "21231", "on", "2008-09-15", "personsFrom14", 1,
                "personsUnder14", 0, "loneParent", false, "resourcesCents", 110_000, "chargesCents", 50_000, "purpose",
                "rental-deposit"));
        question.putAll(Map.of("ground", "not-asked", "amountCents", 300_000, "termMonths", 24));
        question.putAll(changes);
        question.values().removeIf(java.util.Objects::isNull);
        return question;
    }
}
