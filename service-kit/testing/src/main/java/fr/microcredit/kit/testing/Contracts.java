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
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** The contract folder of one service: {@code events.json}, a schema for each version, golden examples. */
public final class Contracts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT_FORMATS = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true).build();

    private final Path folder;
    private final Map<String, JsonNode> events = new TreeMap<>();
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private Contracts(Path folder) {
        this.folder = folder;
        json(folder.resolve("events.json")).path("events")
                .forEach(event -> events.put(event.path("type").asText(), event));
    }

    /** @param module folder of the service, such as {@code intake-service} */
    public static Contracts of(String module) {
        return new Contracts(Workspace.contracts(module));
    }

    /** The types this service publishes. */
    public Set<String> types() {
        return Set.copyOf(events.keySet());
    }

    public Set<String> topics() {
        Set<String> topics = new java.util.TreeSet<>();
        events.values().forEach(event -> topics.add(event.path("topic").asText()));
        return topics;
    }

    public String topicOf(String type) {
        return events.get(type).path("topic").asText();
    }

    public int versionOf(String type) {
        return events.get(type).path("version").asInt();
    }

    /** Schema of a version, as JSON. */
    public JsonNode schema(String type, int version) {
        return json(folder.resolve("schemas").resolve(shortName(type) + ".v" + version + ".json"));
    }

    /** Every golden example of a type, by file name. */
    public Map<String, JsonNode> examples(String type, int version) {
        Map<String, JsonNode> examples = new TreeMap<>();
        String prefix = shortName(type) + ".v" + version + ".";
        try (Stream<Path> files = Files.list(folder.resolve("examples"))) {
            files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .forEach(file -> examples.put(file.getFileName().toString(), json(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    /** What does not fit the schema; empty when all fits. */
    public List<String> violations(String type, int version, JsonNode data) {
        if (!events.containsKey(type)) {
            return List.of(type + " is not in events.json");
        }
        JsonSchema schema = schemas.computeIfAbsent(type + version,
                any -> SCHEMAS.getSchema(schema(type, version), STRICT_FORMATS));
        return schema.validate(data).stream().map(ValidationMessage::toString).sorted().toList();
    }

    /** What does not fit among this service's own golden examples; a type without any example is a finding too. */
    public List<String> exampleViolations() {
        List<String> found = new ArrayList<>();
        for (String type : types()) {
            Map<String, JsonNode> examples = examples(type, versionOf(type));
            if (examples.isEmpty()) {
                found.add(type + " has no golden example");
            }
            examples.forEach((name, data) -> violations(type, versionOf(type), data)
                    .forEach(violation -> found.add(name + ": " + violation)));
        }
        return found;
    }

    /** Checks every event that stands on this service's topics; gives the violations, and how many events there were. */
    public Published published() {
        List<String> violations = new ArrayList<>();
        Set<String> seen = new java.util.TreeSet<>();
        for (String topic : topics()) {
            Topics.read(topic).stream().filter(message -> message.value() != null).map(TestEvent::of).forEach(event -> {
                seen.add(event.type());
                violations(event.type(), event.version(), event.data())
                        .forEach(violation -> violations.add(event.type() + ": " + violation));
            });
        }
        return new Published(seen, violations);
    }

    /** Types found on the topics and what was wrong with them. */
    public record Published(Set<String> types, List<String> violations) {
    }

    private static String shortName(String type) {
        return type.replaceFirst("^fr\\.microcredit\\.", "").replace('.', '-');
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
