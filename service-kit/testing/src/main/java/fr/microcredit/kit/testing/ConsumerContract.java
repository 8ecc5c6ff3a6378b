package fr.microcredit.kit.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.money.Money;

/**
 * Holds a consumer's own records against the producers' contract folders: the type exists, every golden example can be read,
 * unknown fields are ignored, and what the consumer needs the schema requires.
 */
final class ConsumerContract {
    private final List<String> findings = new ArrayList<>();

    /** What does not hold; empty when all does. */
    List<String> check(Map<String, List<Class<?>>> consumed) {
        consumed.forEach((type, records) -> records.forEach(record -> check(type, record)));
        return findings;
    }

    private void check(String type, Class<?> record) {
        Contracts producer;
        try {
            producer = Contracts.publishing(type);
        } catch (IllegalArgumentException e) {
            findings.add(e.getMessage());
            return;
        }
        producer.examples(type, 1).forEach((name, example) -> read(type + " " + name, example.data(), record));
        checkRequired(type, producer.schema(type, 1), record);
    }

    private void read(String name, ObjectNode example, Class<?> record) {
        try {
            KitJson.MAPPER.treeToValue(example.deepCopy().put("aFieldOfTomorrow", 1), record);
        } catch (Exception e) {
            findings.add(name + " can not be read into " + record.getSimpleName() + ": " + e.getMessage());
        }
    }

    private void checkRequired(String where, JsonNode schema, Class<?> record) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> inner = inner(component.getGenericType());
            String name = component.getName() + (inner == Money.class ? "Cents" : "");
            if (component.getType() != Optional.class && !required.contains(name)) {
                findings.add(where + ": " + name + " is needed but the schema does not require it");
            }
            JsonNode property = schema.path("properties").path(name);
            if (inner != null && inner.isRecord() && !inner.getName().startsWith("fr.microcredit.kit.")) {
                checkRequired(where + "." + name, resolved(property.has("items") ? property.path("items") : property),
                        inner);
            }
        }
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? Contracts.shared(schema.path("$ref").asText()) : schema;
    }

    private static Class<?> inner(Type type) {
        Type inner = type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
        return inner instanceof Class<?> raw ? raw : null;
    }
}
