package fr.microcredit.intake.dossier.persistence;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;

import fr.microcredit.intake.dossier.domain.Content;
import fr.microcredit.kit.event.WireJson;

/** The content of a dossier as a JSON document. */
final class ContentDocument {
    private ContentDocument() {
    }

    static String write(Content content) {
        try {
            return WireJson.MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Content read(String document) {
        try {
            return WireJson.MAPPER.readValue(document, Content.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
