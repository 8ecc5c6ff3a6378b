package fr.microcredit.eligibility.scheme.persistence;

import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Who obeys what a scheme file says: {@code x-obeyed-by} in its form names services, or nobody. */
final class Obedience {
    private static final String BY = "x-obeyed-by";
    private static final Set<String> SILENT = Set.of("none", "open");

    private final Set<String> unobeyed = new LinkedHashSet<>();

    private Obedience() {
    }

    /** Places of the document that say something and that nobody obeys. */
    static Set<String> missing(JsonNode form, JsonNode document) {
        Obedience obedience = new Obedience();
        obedience.look(form, document, "");
        return obedience.unobeyed;
    }

    private void look(JsonNode form, JsonNode said, String place) {
        if (said.isMissingNode() || SILENT.contains(said.path("state").asText())) {
            return;
        }
        if (form.has(BY) && form.path(BY).isEmpty()) {
            unobeyed.add(place.substring(1));
        }
        form.path("properties").properties()
                .forEach(each -> look(each.getValue(), said.path(each.getKey()), place + "/" + each.getKey()));
        said.forEach(each -> {
            if (said.isArray()) {
                look(form.path("items"), each, place);
            }
        });
    }
}
