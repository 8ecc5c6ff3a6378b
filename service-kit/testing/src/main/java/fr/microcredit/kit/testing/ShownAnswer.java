package fr.microcredit.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import fr.microcredit.kit.json.KitJson;

/**
 * The answer of a query that a service's OpenAPI document shows, in {@code openapi/answers}. It is a real one: with
 * {@code -Dexamples.write=true} the file is written from what the service gives, with plain identifiers.
 */
final class ShownAnswer {
    static final boolean WRITE = Boolean.getBoolean("examples.write");
    private static final Path FOLDER = Path.of("src/main/resources/openapi/answers");
    private static final int LINES_MAX = 2;
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern MOMENT = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T[\\d:.]+Z");

    private final String operationId;

    private ShownAnswer(String operationId) {
        this.operationId = operationId;
    }

    static ShownAnswer of(String operationId) {
        return new ShownAnswer(operationId);
    }

    /** What is shown occurs; of one resource nothing is left out at its top. */
    void hold(JsonNode shown, JsonNode given, Map<String, String> names) {
        if (WRITE) {
            write(given, names);
            return;
        }
        assertFalse(shown.isMissingNode(), () -> operationId + " shows no answer");
        Set<String> unknown = parts("", shown);
        unknown.removeAll(parts("", given));
        assertTrue(unknown.isEmpty(), () -> operationId + " does not give " + unknown);
        if (given.isObject() && !given.has("next")) {
            assertEquals(names(given), names(shown), operationId);
        }
        assertFalse(shown.path("items").isEmpty() && shown.has("items") || shown.isArray() && shown.isEmpty(),
                () -> operationId + " shows an empty list");
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where something stands and of which kind it is. */
    private static Set<String> parts(String at, JsonNode node) {
        Set<String> parts = new TreeSet<>();
        if (node.isObject()) {
            node.properties().forEach(each -> parts.addAll(parts(at + "/" + each.getKey(), each.getValue())));
        } else if (node.isArray()) {
            node.forEach(each -> parts.addAll(parts(at + "/*", each)));
        } else {
            parts.add(at + " " + node.getNodeType());
        }
        return parts;
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode list) {
            while (list.size() > LINES_MAX) {
                list.remove(LINES_MAX);
            }
        }
        node.forEach(ShownAnswer::shortened);
        return node;
    }

    private void write(JsonNode given, Map<String, String> names) {
        String text = shortened(given).toString();
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        text = MOMENT.matcher(text).replaceAll("$1T09:00:00Z");
        int number = 0;
        for (String identifier : IDENTIFIER.matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new))) {
            number++;
            text = text.replace(identifier, "%1$08d-%1$04d-4%1$03d-8%1$03d-%1$012d".formatted(number));
        }
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(operationId + ".json"),
                    GoldenSchemas.PRETTY.writeValueAsString(KitJson.tree(text)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
