package fr.microcredit.kit.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** Holds bodies against the schemas of an OpenAPI document, and lets nothing pass that these do not name. */
final class DescribedBodies {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode components;
    private final Map<JsonNode, JsonSchema> known = new ConcurrentHashMap<>();

    DescribedBodies(JsonNode document) {
        this.components = document.path("components").deepCopy();
        components.path("schemas").forEach(DescribedBodies::close);
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** What does not fit; a field that is null does not, since what is absent is left out. */
    List<String> faults(JsonNode schema, JsonNode body) {
        return known.computeIfAbsent(schema, this::compiled).validate(body).stream()
                .map(ValidationMessage::toString).sorted().toList();
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return SCHEMAS.getSchema(whole);
    }
}
