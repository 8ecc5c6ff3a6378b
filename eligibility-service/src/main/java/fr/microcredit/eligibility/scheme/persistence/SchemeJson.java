package fr.microcredit.eligibility.scheme.persistence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** JSON as scheme files are written: bounded, without repeated keys, states in lower case. */
final class SchemeJson {
    private static final int DEPTH_MAX = 20;
    private static final int TEXT_LENGTH_MAX = 20_000;
    private static final int NUMBER_LENGTH_MAX = 30;

    static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
            .addModule(new Jdk8Module()).enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    static {
        MAPPER.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX)
                .maxStringLength(TEXT_LENGTH_MAX).maxNumberLength(NUMBER_LENGTH_MAX).build());
    }

    private SchemeJson() {
    }
}
