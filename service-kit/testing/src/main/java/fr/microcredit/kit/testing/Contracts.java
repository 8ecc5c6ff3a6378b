package fr.microcredit.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/**
 * The contract folder of one service: a file for each version of each event, with its schema, where it is published, and
 * golden examples; parts that several events have in common stand in files of their own and are referenced.
 */
public final class Contracts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaValidatorsConfig STRICT_FORMATS = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true).build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(shared())));
    private static final String EXAMPLES = "x-examples";

    private final Path folder;
    private final Map<String, JsonNode> newest = new TreeMap<>();
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private Contracts(Path folder) {
        this.folder = folder;
        files(folder).stream().map(Contracts::json).filter(file -> file.has("x-topic"))
                .forEach(file -> newest.merge(file.path("title").asText(), file,
                        (one, other) -> version(one) > version(other) ? one : other));
    }

    /** @param module folder of the service, such as {@code intake-service} */
    public static Contracts of(String module) {
        return new Contracts(Workspace.contracts(module));
    }

    /** Of whichever service publishes this type. */
    public static Contracts publishing(String type) {
        return Workspace.modules().map(Contracts::of).filter(each -> each.types().contains(type)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody publishes " + type));
    }

    /**
     * A golden example.
     *
     * @param attributes of its envelope, by the names of {@code About} and {@code effectiveOn}
     */
    public record Example(Map<String, String> attributes, ObjectNode data) {
    }

    /** The types this service publishes. */
    public Set<String> types() {
        return Set.copyOf(newest.keySet());
    }

    public Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        newest.values().forEach(event -> topics.add(event.path("x-topic").asText()));
        return topics;
    }

    public String topicOf(String type) {
        return newest.get(type).path("x-topic").asText();
    }

    public int versionOf(String type) {
        return version(newest.get(type));
    }

    private static int version(JsonNode file) {
        String id = file.path("$id").asText();
        return Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
    }

    Path file(String type, int version) {
        String name = type.replaceFirst("^fr\\.microcredit\\.", "").replace('.', '-');
        return folder.resolve(name + ".v" + version + ".json");
    }

    /** Whether the type was ever published in that version. */
    boolean hasVersion(String type, int version) {
        return Files.exists(file(type, version));
    }

    /** Schema of a version, as JSON. */
    public JsonNode schema(String type, int version) {
        return json(file(type, version));
    }

    /** Every golden example of a type, by name. */
    public Map<String, Example> examples(String type, int version) {
        Map<String, Example> examples = new TreeMap<>();
        schema(type, version).path(EXAMPLES).properties().forEach(each -> {
            Map<String, String> attributes = new TreeMap<>();
            each.getValue().properties().stream().filter(field -> !field.getKey().equals("data"))
                    .forEach(field -> attributes.put(field.getKey(), field.getValue().asText()));
            examples.put(each.getKey(), new Example(attributes, each.getValue().path("data").deepCopy()));
        });
        return examples;
    }

    /** What does not fit the schema; empty when all fits. */
    public List<String> violations(String type, int version, JsonNode data) {
        if (!newest.containsKey(type)) {
            return List.of(type + " is not published");
        }
        JsonSchema schema = schemas.computeIfAbsent(type + version, any -> compiled(schema(type, version)));
        return schema.validate(data).stream().map(ValidationMessage::toString).sorted().toList();
    }

    private static JsonSchema compiled(JsonNode file) {
        ObjectNode plain = file.deepCopy();
        plain.properties().stream().map(Map.Entry::getKey).filter(name -> name.startsWith("x-")).toList()
                .forEach(plain::remove);
        return SCHEMAS.getSchema(plain, STRICT_FORMATS);
    }

    private static Map<String, String> shared() {
        Map<String, String> parts = new HashMap<>();
        Workspace.modules().flatMap(module -> files(Workspace.contracts(module)).stream()).map(Contracts::json)
                .filter(file -> !file.has("x-topic"))
                .forEach(file -> parts.put(file.path("$id").asText(), file.toString()));
        return parts;
    }

    /** A schema that is referenced, by its address. */
    static JsonNode shared(String uri) {
        try {
            return JSON.readTree(shared().get(uri));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What does not fit among this service's own golden examples; a type without any example is a finding too. */
    List<String> exampleViolations() {
        List<String> found = new ArrayList<>();
        for (String type : types()) {
            Map<String, Example> examples = examples(type, versionOf(type));
            if (examples.isEmpty()) {
                found.add(type + " has no golden example");
            }
            examples.forEach((name, example) -> violations(type, versionOf(type), example.data())
                    .forEach(violation -> found.add(type + " " + name + ": " + violation)));
        }
        return found;
    }

    /**
     * Checks every event that stands on this service's topics. A type that never came there is a finding like one that breaks
     * its schema, unless it is named.
     */
    public List<String> published(String... notHere) {
        List<String> violations = new ArrayList<>();
        Set<String> missing = new TreeSet<>(types());
        Stream.of(notHere).forEach(missing::remove);
        for (String topic : topics()) {
            Topics.read(topic).stream().filter(message -> message.value() != null).map(TestEvent::of).forEach(event -> {
                missing.remove(event.type());
                violations(event.type(), event.version(), event.data())
                        .forEach(violation -> violations.add(event.type() + ": " + violation));
            });
        }
        missing.forEach(type -> violations.add(type + " was never published"));
        return violations;
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
