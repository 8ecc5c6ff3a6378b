package fr.microcredit.kit.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Holds a consumer's wire records against the producers' contract folders: the type exists in that version, every example
 * ever published can be read, unknown fields are ignored, and what the consumer needs the schema requires.
 */
public final class ConsumerContract {
    private final String module;
    private final Map<String, List<Class<?>>> wireTypes;
    private final ObjectMapper mapper;
    private final List<String> findings = new ArrayList<>();

    /**
     * @param module    folder of the consumer
     * @param wireTypes the records each event type is read into, as the service registered them
     * @param mapper    the mapper the service reads events with
     */
    public ConsumerContract(String module, Map<String, List<Class<?>>> wireTypes, ObjectMapper mapper) {
        this.module = module;
        this.wireTypes = wireTypes;
        this.mapper = mapper;
    }

    /** What does not hold; empty when all does. */
    public List<String> check() throws Exception {
        JsonNode declared = mapper.readTree(Workspace.contracts(module).resolve("consumes.json").toFile());
        List<String> types = new ArrayList<>();
        for (JsonNode entry : declared.path("consumes")) {
            types.add(entry.path("type").asText());
            checkEntry(entry);
        }
        if (!types.stream().sorted().toList().equals(wireTypes.keySet().stream().sorted().toList())) {
            findings.add("consumes.json lists " + types + " but the service listens to " + wireTypes.keySet());
        }
        return findings;
    }

    private void checkEntry(JsonNode entry) {
        String type = entry.path("type").asText();
        int version = entry.path("version").asInt();
        Contracts producer = Contracts.of(entry.path("producer").asText());
        List<Class<?>> wires = wireTypes.getOrDefault(type, List.of());
        if (wires.isEmpty() || !producer.types().contains(type) || producer.versionOf(type) < version) {
            findings.add(type + " v" + version + " is not published or not listened to");
            return;
        }
        Map<String, JsonNode> examples = producer.examples(type, version);
        if (examples.isEmpty()) {
            findings.add(type + " has no golden example");
        }
        wires.forEach(wire -> {
            examples.forEach((name, example) -> read(name, example, wire));
            checkRequired(type, producer.schema(type, version), wire);
        });
    }

    private void read(String name, JsonNode example, Class<?> wire) {
        try {
            ObjectNode extended = example.deepCopy();
            extended.put("aFieldOfTomorrow", 1);
            mapper.treeToValue(extended, wire);
        } catch (Exception e) {
            findings.add(name + " can not be read into " + wire.getSimpleName() + ": " + e.getMessage());
        }
    }

    private void checkRequired(String where, JsonNode schema, Class<?> wire) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (RecordComponent component : wire.getRecordComponents()) {
            boolean optional = component.getType() == Optional.class;
            if (!optional && !required.contains(component.getName())) {
                findings.add(where + ": " + component.getName() + " is needed but the schema does not require it");
            }
            JsonNode property = schema.path("properties").path(component.getName());
            Class<?> nested = recordIn(component.getGenericType());
            if (nested != null && !property.isMissingNode()) {
                checkRequired(where + "." + component.getName(),
                        property.has("items") ? property.path("items") : property,
                        nested);
            }
        }
    }

    private static Class<?> recordIn(Type type) {
        Type inner = type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
        return inner instanceof Class<?> raw && raw.isRecord() ? raw : null;
    }
}
