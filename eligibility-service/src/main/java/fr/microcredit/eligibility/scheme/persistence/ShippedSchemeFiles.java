package fr.microcredit.eligibility.scheme.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.eligibility.scheme.ShippedSchemes;

/** Scheme files of the class path, and the conventions that close what they leave open. */
@ApplicationScoped
public class ShippedSchemeFiles implements ShippedSchemes {
    private static final String FOLDER = "schemes/";
    private static final String INDEX = "index.json";

    record Index(List<String> schemes, List<String> conventions) {
    }

    record Convention(String convention, String name, Map<String, Closing> schemes) {
    }

    record MoreBanks(List<ObjectNode> value, String source) {
    }

    /** @param addsBanks partners besides those of the text: to work with another bank overrules nothing */
    record Closing(String version, Map<String, JsonNode> closes, Optional<MoreBanks> addsBanks) {
    }

    @Override
    public List<String> documents() {
        Index index = read(INDEX, Index.class);
        List<Convention> conventions = index.conventions().stream().map(file -> read(file, Convention.class)).toList();
        List<String> documents = new ArrayList<>();
        for (String file : index.schemes()) {
            String document = text(file);
            documents.add(document);
            conventions.forEach(convention -> documents.addAll(closed(document, convention)));
        }
        return documents;
    }

    private static List<String> closed(String document, Convention convention) {
        ObjectNode scheme = (ObjectNode) parse(document);
        Closing closing = convention.schemes().get(scheme.path("version").asText());
        if (closing == null) {
            return List.of();
        }
        closing.closes().forEach((rule, clause) -> close(scheme, rule, clause));
        closing.addsBanks().ifPresent(banks -> add(scheme, banks));
        scheme.put("version", closing.version());
        scheme.put("name", scheme.path("name").asText() + " (" + convention.name() + ")");
        return List.of(scheme.toPrettyString());
    }

    /** A convention closes what is open; it overrules nothing. */
    private static void close(ObjectNode scheme, String rule, JsonNode clause) {
        String group = rule.substring(0, rule.indexOf('/'));
        String name = rule.substring(rule.indexOf('/') + 1);
        if (!scheme.path(group).path(name).path("state").asText().equals("open")) {
            throw new IllegalStateException("Not an open rule: " + rule);
        }
        ((ObjectNode) scheme.path(group)).set(name, clause);
    }

    private static void add(ObjectNode scheme, MoreBanks banks) {
        ObjectNode clause = (ObjectNode) scheme.at("/support/banks");
        ((ArrayNode) clause.path("value")).addAll(banks.value());
        clause.put("source", banks.source() + " ; " + clause.path("source").asText());
    }

    private static <T> T read(String file, Class<T> type) {
        try {
            return SchemeJson.MAPPER.readValue(text(file), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static JsonNode parse(String document) {
        try {
            return SchemeJson.MAPPER.readTree(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream(FOLDER + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
