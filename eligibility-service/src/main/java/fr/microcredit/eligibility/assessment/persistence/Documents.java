package fr.microcredit.eligibility.assessment.persistence;

import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import fr.microcredit.eligibility.assessment.domain.Outcome;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Wish;
import fr.microcredit.kit.event.WireJson;

/** Domain values as JSON documents. */
final class Documents {
    private Documents() {
    }

    static String write(Object value) {
        try {
            return WireJson.MAPPER.writeValueAsString(value);
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

    private static <T> T read(String document, TypeReference<T> type) {
        try {
            return WireJson.MAPPER.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
