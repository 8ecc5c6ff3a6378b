package fr.microcredit.kit.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;

import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * The JSON Schema that a record has on the wire, following the platform's conventions: what is not optional is required,
 * nothing else may be there, and a part that several events have in common is referenced and not repeated.
 */
final class Schemas {
    private static final String SHARED = "urn:microcredit:";
    private final SchemaGenerator generator;

    /** @param shared records that stand in a schema of their own, with its name */
    Schemas(Map<Class<?>, String> shared) {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12,
                OptionPreset.PLAIN_JSON).with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                        Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR, Option.FLATTENED_OPTIONALS);
        builder.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withCustomDefinitionProvider((type, context) -> definition(type, context, shared));
        builder.forFields().withTargetTypeOverridesResolver(Schemas::unwrapped)
                .withPropertyNameOverrideResolver(Schemas::name)
                .withRequiredCheck(field -> !field.getDeclaredType().isInstanceOf(Optional.class))
                .withCustomDefinitionProvider(Schemas::verbatim);
        this.generator = new SchemaGenerator(builder.build());
    }

    ObjectNode of(Class<?> record) {
        return generator.generateSchema(record);
    }

    private static List<ResolvedType> unwrapped(FieldScope field) {
        return field.getDeclaredType().isInstanceOf(Optional.class)
                ? List.of(field.getDeclaredType().getTypeParameters().get(0))
                : null;
    }

    private static String name(FieldScope field) {
        ResolvedType type = field.isFakeContainerItemScope() ? field.getType() : field.getDeclaredType();
        boolean money = type.isInstanceOf(Money.class) || type.isInstanceOf(Optional.class)
                && type.getTypeParameters().get(0).isInstanceOf(Money.class);
        return money ? field.getDeclaredName() + "Cents" : null;
    }

    /** A document that is passed on untouched has the schema of its name. */
    private static CustomPropertyDefinition verbatim(FieldScope field, SchemaGenerationContext context) {
        return field.getType().isInstanceOf(Verbatim.class)
                ? new CustomPropertyDefinition(reference(context, field.getDeclaredName()), AttributeInclusion.NO)
                : null;
    }

    private static CustomDefinition definition(ResolvedType type, SchemaGenerationContext context,
            Map<Class<?>, String> shared) {
        Class<?> raw = type.getErasedType();
        if (shared.containsKey(raw)) {
            return new CustomDefinition(reference(context, shared.get(raw)), DefinitionType.INLINE,
                    AttributeInclusion.NO);
        }
        ObjectNode schema = scalar(raw, context);
        return schema == null ? null : new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.NO);
    }

    private static ObjectNode reference(SchemaGenerationContext context, String name) {
        return context.getGeneratorConfig().createObjectNode().put("$ref", SHARED + Names.kebab(name) + ":1");
    }

    private static ObjectNode scalar(Class<?> raw, SchemaGenerationContext context) {
        ObjectNode schema = context.getGeneratorConfig().createObjectNode();
        if (raw == Money.class) {
            return schema.put("type", "integer");
        }
        if (raw == Rate.class || raw == BigDecimal.class) {
            return schema.put("type", "string");
        }
        if (raw == UUID.class || raw == LocalDate.class) {
            return schema.put("type", "string").put("format", raw == UUID.class ? "uuid" : "date");
        }
        if (!raw.isEnum()) {
            return null;
        }
        ArrayNode codes = schema.put("type", "string").putArray("enum");
        for (Object constant : raw.getEnumConstants()) {
            codes.add(Codes.of((Enum<?>) constant));
        }
        return schema;
    }
}
