package fr.microcredit.kit.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas as the kit's JSON is written and not as Java has it: codes, money in cents, decimals as strings, and nothing that
 * is null: what is no {@code Optional} is always there.
 */
final class WireSchemas {
    private static final String MONEY = "Money";
    /** Written as a decimal string. */
    private static final List<String> DECIMAL = List.of("Rate", "BigDecimal");
    /** Passed on as they came. */
    private static final List<String> ANYTHING = List.of("Verbatim", "JsonNode");

    private WireSchemas() {
    }

    /**
     * @param taken     names of the schemas of what is sent to the service: their forms say themselves what is required
     * @param constants that need not be there
     */
    static void write(Components components, Set<String> taken, OptionalConstants constants) {
        if (components.getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = new LinkedHashMap<>(components.getSchemas());
        schemas.remove(MONEY);
        DECIMAL.forEach(name -> schemas.replace(name, string()));
        ANYTHING.forEach(name -> schemas.replace(name, OASFactory.createSchema().description("Any JSON")));
        schemas.forEach((name, schema) -> {
            if (!taken.contains(name) && schema.getProperties() != null) {
                schema.setRequired(schema.getProperties().entrySet().stream()
                        .filter(each -> !isOptional(each.getValue()) && !constants.has(name, each.getKey()))
                        .map(Map.Entry::getKey).toList());
            }
            write(schema);
        });
        components.setSchemas(schemas);
    }

    static void write(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getType() != null && schema.getType().contains(SchemaType.NUMBER)) {
            schema.setType(List.of(SchemaType.STRING));
            schema.setFormat(null);
        }
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream().filter(Objects::nonNull).map(WireSchemas::code)
                    .toList());
        }
        if (schema.getProperties() != null) {
            Map<String, Schema> properties = new LinkedHashMap<>();
            schema.getProperties()
                    .forEach((name, property) -> property(schema, name, present(property), properties));
            schema.setProperties(properties);
        }
        write(schema.getItems());
        write(schema.getAdditionalPropertiesSchema());
        for (List<Schema> parts : Arrays.asList(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())) {
            if (parts != null) {
                parts.forEach(WireSchemas::write);
            }
        }
    }

    /** An {@code Optional} is described as its value or null. */
    private static boolean isOptional(Schema schema) {
        return isNull(schema) || schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(WireSchemas::isNull);
    }

    private static boolean isNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.NULL);
    }

    private static Schema present(Schema schema) {
        if (!isOptional(schema)) {
            return schema;
        }
        if (schema.getAnyOf() != null) {
            return schema.getAnyOf().stream().filter(each -> !isNull(each)).findFirst().orElseThrow();
        }
        schema.setType(schema.getType().stream().filter(each -> each != SchemaType.NULL).toList());
        return schema;
    }

    private static void property(Schema owner, String name, Schema property, Map<String, Schema> properties) {
        if (property.getRef() == null || !property.getRef().endsWith("/" + MONEY)) {
            write(property);
            properties.put(name, property);
            return;
        }
        properties.put(name + "Cents", OASFactory.createSchema().addType(SchemaType.INTEGER).format("int64"));
        if (owner.getRequired() != null) {
            owner.setRequired(
                    owner.getRequired().stream().map(each -> each.equals(name) ? name + "Cents" : each).toList());
        }
    }

    /** As {@code Codes} writes a constant. */
    private static Object code(Object constant) {
        return constant instanceof String name ? name.toLowerCase(Locale.ROOT).replace('_', '-') : constant;
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
