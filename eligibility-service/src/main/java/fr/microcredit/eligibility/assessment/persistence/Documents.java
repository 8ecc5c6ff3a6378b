package fr.microcredit.eligibility.assessment.persistence;

import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Basis;
import fr.microcredit.eligibility.assessment.domain.Findings;
import fr.microcredit.eligibility.assessment.domain.Outcome;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Wish;
import fr.microcredit.kit.event.WireJson;
import fr.microcredit.kit.hash.Sha256;

/** Domain values as JSON documents. One value always gives the same bytes: the keys of maps are written in order. */
final class Documents {
    private static final ObjectMapper MAPPER = WireJson.MAPPER.copy()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Documents() {
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Wish wish(String document) {
        return read(document, new TypeReference<>() {
        });
    }

    static Situation situation(String document) {
        return read(document, new TypeReference<>() {
        });
    }

    static List<Outcome> outcomes(String document) {
        return read(document, new TypeReference<>() {
        });
    }

    static Basis basis(String document) {
        return read(document, new TypeReference<>() {
        });
    }

    static Findings findings(String document) {
        return read(document, new TypeReference<>() {
        });
    }

    /** Of everything a replay must find again: what the result rests on, what was asked and what the rules said. */
    static String fingerprint(Assessment assessment, Findings findings) {
        return Sha256.of(String.join("\n", write(assessment.basis()), write(assessment.wish()), write(findings)));
    }

    private static <T> T read(String document, TypeReference<T> type) {
        try {
            return MAPPER.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
