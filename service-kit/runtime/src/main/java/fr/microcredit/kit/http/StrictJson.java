package fr.microcredit.kit.http;

import java.io.IOException;
import java.time.LocalDate;

import jakarta.inject.Singleton;

import io.quarkus.jackson.ObjectMapperCustomizer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;

/** Requests are taken at their word: no unknown or repeated fields, no silent conversions, bounded depth and lengths. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    private static final int DEPTH_MAX = 12;
    private static final int TEXT_LENGTH_MAX = 20_000;
    private static final int NUMBER_LENGTH_MAX = 30;

    /** After the modules of the class path, whose date reader would win otherwise. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX)
                .maxStringLength(TEXT_LENGTH_MAX).maxNumberLength(NUMBER_LENGTH_MAX).build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        refuse(mapper, LogicalType.Integer, CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(mapper, LogicalType.Boolean, CoercionInputShape.String, CoercionInputShape.Integer);
        refuse(mapper, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        refuse(mapper, LogicalType.Enum, CoercionInputShape.Integer);
        mapper.registerModule(new SimpleModule("storable").addDeserializer(String.class, new StorableText())
                .addDeserializer(LocalDate.class, new PlausibleDate()));
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** A day of people who live and of loans they repay; others are typing errors, and not every store can hold them. */
    private static final class PlausibleDate extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;
        private static final int YEAR_MIN = 1900;
        private static final int YEAR_MAX = 9999;

        PlausibleDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            LocalDate date = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
            if (date != null && (date.getYear() < YEAR_MIN || date.getYear() > YEAR_MAX)) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, "", "implausible year");
            }
            return date;
        }
    }

    /** Text that PostgreSQL can hold and a page can show: no control characters but line breaks and tabs. */
    private static final class StorableText extends StdDeserializer<String> {
        private static final long serialVersionUID = 1L;

        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.codePoints().anyMatch(StorableText::isForbidden)) {
                return (String) context.handleWeirdStringValue(String.class, "", "control character");
            }
            return text;
        }

        private static boolean isForbidden(int codePoint) {
            boolean control = Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t';
            return control || Character.getType(codePoint) == Character.SURROGATE;
        }
    }
}
