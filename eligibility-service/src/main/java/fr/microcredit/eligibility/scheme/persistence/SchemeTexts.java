package fr.microcredit.eligibility.scheme.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.eligibility.scheme.domain.Finding;

/** Texts and keys of a scheme file. */
final class SchemeTexts {
    private SchemeTexts() {
    }

    /** A line break at the end of a value would pass most patterns, and nothing in a scheme needs one. */
    static Stream<Finding> withControlCharacters(JsonNode tree) {
        return look(tree, "");
    }

    private static Stream<Finding> look(JsonNode node, String pointer) {
        if (node.isTextual()) {
            boolean has = node.textValue().chars().anyMatch(Character::isISOControl);
            return has ? Stream.of(new Finding(pointer, "wrong-form", List.of(""))) : Stream.empty();
        }
        List<Finding> found = new ArrayList<>();
        node.properties().forEach(field -> look(field.getValue(),
                pointer + "/" + escaped(field.getKey())).forEach(found::add));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            look(node.get(index), pointer + "/" + index).forEach(found::add);
        }
        return found.stream();
    }

    /** As RFC 6901 writes a key in a pointer. */
    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
