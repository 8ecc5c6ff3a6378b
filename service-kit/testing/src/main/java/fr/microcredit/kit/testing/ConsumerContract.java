package fr.microcredit.kit.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.Subscriptions.Consumed;

/**
 * Holds a consumer's own records against the producers' contract folders: the type exists in the versions that are read and
 * the newest one is among them, every golden example can be read, unknown fields are ignored, and what the consumer needs the
 * schema requires.
 */
final class ConsumerContract {
    private final List<String> findings = new ArrayList<>();

    /** What does not hold; empty when all does. */
    List<String> check(Map<String, List<Consumed>> consumed) {
        consumed.forEach(this::check);
        return findings;
    }

    private void check(String type, List<Consumed> consumed) {
        try {
            Contracts producer = Contracts.publishing(type);
            consumed.forEach(each -> check(type, producer, each));
            consumed.stream().collect(Collectors.groupingBy(Consumed::feature)).values()
                    .forEach(ofFeature -> checkNewest(type, producer.versionOf(type), ofFeature));
        } catch (IllegalArgumentException e) {
            findings.add(e.getMessage());
        }
    }

    private void check(String type, Contracts producer, Consumed consumed) {
        int version = consumed.version();
        if (!producer.hasVersion(type, version)) {
            findings.add(type + " is not published in version " + version);
            return;
        }
        producer.examples(type, version).forEach((name, example) -> read(type + " " + name, example.data(),
                consumed.data()));
        checkRequired(type, producer.schema(type, version), consumed.data());
    }

    /** What is published in a version that a listener does not know ends among its dead letters. */
    private void checkNewest(String type, int newest, List<Consumed> ofFeature) {
        if (ofFeature.stream().noneMatch(each -> each.version() == newest)) {
            findings.add(type + " is published in version " + newest + " but read in " + ofFeature);
        }
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
