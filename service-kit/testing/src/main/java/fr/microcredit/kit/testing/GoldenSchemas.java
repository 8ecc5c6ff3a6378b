package fr.microcredit.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.kit.event.EventType;

/**
 * Holds the contract folder against the records behind it: what a record says of its shape is generated, what only a person
 * can say (descriptions, bounds, examples) stands in the file and is kept. With {@code -Dcontracts.write=true} the files are
 * written anew.
 */
final class GoldenSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final ObjectWriter PRETTY = JSON.writer(new DefaultPrettyPrinter().withSeparators(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));
    private static final boolean WRITE = Boolean.getBoolean("contracts.write");
    private static final Set<String> BY_HAND = Set.of("description", "minimum", "maximum", "pattern", "minLength",
            "maxLength", "minItems", "maxItems");
    private static final Set<String> HEAD = Set.of("$schema", "$id", "title", "x-topic", "x-key", "x-since",
            "x-restricted", "x-examples");

    private final Path folder;
    private final Schemas schemas;
    private final List<String> findings = new ArrayList<>();
    private final Set<Path> expected = new TreeSet<>();

    GoldenSchemas(String module, Map<Class<?>, String> shared) {
        this.folder = Workspace.contracts(module);
        this.schemas = new Schemas(shared);
        shared.forEach((record, name) -> check(new Schemas(without(shared, record)).of(record),
                folder.resolve(name + ".v1.json"), shared(name)));
    }

    private static Map<Class<?>, String> without(Map<Class<?>, String> shared, Class<?> record) {
        return shared.entrySet().stream().filter(each -> each.getKey() != record)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What does not hold; empty when all does. */
    List<String> check(Map<Class<?>, EventType> lines) {
        lines.forEach((record, type) -> check(schemas.of(record), file(type), head(type)));
        Contracts.files(folder).stream().filter(file -> !expected.contains(file))
                .forEach(file -> findings.add(file.getFileName() + " has no line in the event table"));
        return findings;
    }

    private Path file(EventType type) {
        return folder.resolve(type.topic() + "-" + type.name() + ".v" + type.version() + ".json");
    }

    private static ObjectNode shared(String name) {
        return JSON.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:microcredit:" + name + ":1").put("title", name);
    }

    private static ObjectNode head(EventType type) {
        ObjectNode head = shared(type.type()).put("$id", type.schemaUri()).put("x-topic", type.topicName());
        return type.restricted() ? head.put("x-restricted", true) : head;
    }

    private void check(ObjectNode generated, Path file, ObjectNode head) {
        expected.add(file);
        ObjectNode golden = Files.exists(file) ? (ObjectNode) Contracts.json(file) : JSON.createObjectNode();
        if (WRITE) {
            write(file, head, generated, golden);
            return;
        }
        String name = file.getFileName().toString();
        if (!bare(golden).equals(bare(generated))) {
            findings.add(name + " is not what its record says; write it anew with -Dcontracts.write=true");
        }
        head.properties().stream().filter(each -> !each.getValue().equals(golden.get(each.getKey())))
                .forEach(each -> findings.add(name + ": " + each.getKey() + " is not " + each.getValue()));
        undescribed(golden, "").forEach(place -> findings.add(name + ": " + place + " has no description"));
    }

    /** Without what is written by hand, lists without an order in one order. */
    private static JsonNode bare(JsonNode schema) {
        if (schema.isArray()) {
            ArrayNode sorted = JSON.createArrayNode();
            StreamSupport.stream(schema.spliterator(), false).map(GoldenSchemas::bare)
                    .sorted((one, other) -> one.toString().compareTo(other.toString())).forEach(sorted::add);
            return sorted;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode bare = JSON.createObjectNode();
        boolean isSchema = schema.has("type") || schema.has("$ref");
        schema.properties().stream().filter(each -> !isSchema || !isByHand(each))
                .forEach(each -> bare.set(each.getKey(), bare(each.getValue())));
        return bare;
    }

    /** A property may be called like a keyword; a keyword's value is no schema. */
    private static boolean isByHand(Map.Entry<String, JsonNode> field) {
        return HEAD.contains(field.getKey())
                || BY_HAND.contains(field.getKey()) && !(field.getValue().isObject() && field.getValue().has("type"));
    }

    private static List<String> undescribed(JsonNode schema, String place) {
        List<String> found = new ArrayList<>();
        if (schema.path("description").asText().isBlank() && !place.endsWith("[]")) {
            found.add(place.isEmpty() ? "/" : place);
        }
        schema.path("properties").properties()
                .forEach(each -> found.addAll(undescribed(each.getValue(), place + "/" + each.getKey())));
        if (schema.has("items")) {
            found.addAll(undescribed(schema.path("items"), place + "[]"));
        }
        return found;
    }

    private static void write(Path file, ObjectNode head, ObjectNode generated, ObjectNode golden) {
        ObjectNode whole = head;
        List.of("x-key", "x-since").stream().filter(golden::has).forEach(name -> whole.set(name, golden.get(name)));
        whole.put("description", golden.path("description").asText(""));
        whole.setAll(merged(generated, golden));
        HEAD.stream().sorted().filter(name -> golden.has(name) && !whole.has(name))
                .forEach(name -> whole.set(name, golden.get(name)));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, PRETTY.writeValueAsString(whole) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode merged(ObjectNode generated, JsonNode golden) {
        ObjectNode merged = JSON.createObjectNode();
        generated.properties().forEach(each -> {
            JsonNode old = golden.path(each.getKey());
            if (each.getKey().equals("properties")) {
                ObjectNode properties = merged.putObject("properties");
                each.getValue().properties().forEach(property -> properties.set(property.getKey(),
                        merged((ObjectNode) property.getValue(), old.path(property.getKey()))));
            } else if (each.getKey().equals("items") && each.getValue().isObject()) {
                merged.set("items", merged((ObjectNode) each.getValue(), old));
            } else {
                merged.set(each.getKey(), each.getValue());
            }
        });
        BY_HAND.stream().sorted().filter(golden::has).filter(name -> !merged.has(name))
                .forEach(name -> merged.set(name, golden.get(name)));
        return merged;
    }
}
