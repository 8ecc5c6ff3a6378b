package fr.microcredit.eligibility.scheme.persistence;

import java.util.Locale;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** JSON as scheme files are written: bounded, without repeated keys, states in lower case. Which keys must be there is said by the schema. */
final class SchemeJson {
    private static final int DEPTH_MAX = 20;
    private static final int TEXT_LENGTH_MAX = 20_000;
    private static final int NUMBER_LENGTH_MAX = 30;

    static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
            .addModule(new Jdk8Module()).addModule(new SimpleModule().setDeserializerModifier(new Constants()))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    static {
        MAPPER.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX)
                .maxStringLength(TEXT_LENGTH_MAX).maxNumberLength(NUMBER_LENGTH_MAX).build());
    }

    private SchemeJson() {
    }

    /** Which constants are written how is said by the file's schema, which looks at them first. */
    private static final class Constants extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type,
                BeanDescription description, JsonDeserializer<?> usual) {
            return new FromStringDeserializer<Enum<?>>(type.getRawClass()) {
                private static final long serialVersionUID = 1L;

                @Override
                protected Enum<?> _deserialize(String written, DeserializationContext context) {
                    return constant(type.getRawClass().asSubclass(Enum.class), written);
                }
            };
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static Enum<?> constant(Class<? extends Enum> kind, String written) {
            return Enum.valueOf(kind, written.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
