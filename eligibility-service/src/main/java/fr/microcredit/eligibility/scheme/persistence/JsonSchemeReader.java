package fr.microcredit.eligibility.scheme.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.DefaultJsonNodeReader;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;

import fr.microcredit.eligibility.scheme.SchemeReader;
import fr.microcredit.eligibility.scheme.domain.Finding;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** Reads scheme files with their lines and holds them against {@code schemes/scheme-file.schema.json}. */
@ApplicationScoped
public class JsonSchemeReader implements SchemeReader {
    private static final String FORM = "schemes/scheme-file.schema.json";
    private static final JsonNodeReader TREES = DefaultJsonNodeReader.builder().locationAware()
            .jsonMapper(SchemeJson.MAPPER).build();
    /** What the form's keywords mean for whoever wrote the file. */
    private static final Map<String, String> CODES = Map.ofEntries(Map.entry("type", "wrong-type"),
            Map.entry("required", "key-missing"), Map.entry("additionalProperties", "unknown-key"),
            Map.entry("minimum", "out-of-range"), Map.entry("maximum", "out-of-range"),
            Map.entry("enum", "not-in-the-list"), Map.entry("pattern", "wrong-form"),
            Map.entry("format", "wrong-form"), Map.entry("not", "key-does-not-fit-the-state"),
            Map.entry("minItems", "too-few"), Map.entry("maxItems", "too-many"),
            Map.entry("uniqueItems", "named-twice"), Map.entry("minLength", "empty"),
            Map.entry("maxLength", "too-long"));

    private final JsonSchema form;

    JsonSchemeReader() {
        SchemaValidatorsConfig pointers = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true).build();
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FORM)) {
            form = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file, InputFormat.JSON,
                    pointers);
        } catch (IOException e) {
            throw new UncheckedIOException(FORM, e);
        }
    }

    @Override
    public List<String> unobeyed(String document) {
        try {
            return List.copyOf(Obedience.missing(form.getSchemaNode(), SchemeJson.MAPPER.readTree(document)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A document that was found sound", e);
        }
    }

    /** For whoever reads scheme files outside the service. */
    public static SchemeReader create() {
        return new JsonSchemeReader();
    }

    @Override
    public Reading read(String document) {
        JsonNode tree;
        try {
            tree = TREES.readTree(document, InputFormat.JSON);
        } catch (IOException | IllegalArgumentException e) {
            return unreadable(e);
        }
        if (tree == null || tree.isMissingNode()) {
            return unreadable(new IllegalArgumentException("An empty document"));
        }
        List<Finding> findings = findings(tree);
        return findings.isEmpty()
                ? typed(tree)
                : new Reading(Optional.empty(), findings, pointer -> line(tree, pointer));
    }

    private List<Finding> findings(JsonNode tree) {
        List<Finding> findings = new ArrayList<>(
                form.validate(tree).stream().map(JsonSchemeReader::finding).distinct().toList());
        Set<String> places = findings.stream().map(Finding::pointer).collect(Collectors.toSet());
        SchemeTexts.withControlCharacters(tree).filter(each -> !places.contains(each.pointer())).forEach(findings::add);
        return findings;
    }

    private static Reading unreadable(Exception fault) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        int line = cause instanceof JsonProcessingException json && json.getLocation() != null
                ? json.getLocation().getLineNr()
                : 1;
        return new Reading(Optional.empty(), List.of(new Finding("", "not-json", List.of())), pointer -> line);
    }

    private static Reading typed(JsonNode tree) {
        try {
            Scheme scheme = SchemeJson.MAPPER.treeToValue(tree, Scheme.class);
            return new Reading(Optional.of(scheme), List.of(), pointer -> line(tree, pointer));
        } catch (JsonProcessingException e) {
            return new Reading(Optional.empty(), List.of(new Finding("", "wrong-form", List.of())), pointer -> 1);
        }
    }

    private static Finding finding(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        String key = message.getProperty();
        String place = key == null ? pointer : pointer + "/" + SchemeTexts.escaped(key);
        String limit = message.getArguments() == null || message.getArguments().length == 0 || key != null
                ? ""
                : String.valueOf(message.getArguments()[0]);
        return new Finding(place, CODES.getOrDefault(message.getType(), "wrong-form"),
                List.of(key == null ? limit : key));
    }

    /** Of the place, or of the nearest one around it that is there. */
    private static int line(JsonNode tree, String pointer) {
        String place = pointer;
        while (!place.isEmpty() && tree.at(JsonPointer.compile(place)).isMissingNode()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        JsonNode node = tree.at(JsonPointer.compile(place));
        return Optional.ofNullable(JsonNodes.tokenLocationOf(node)).map(location -> location.getLineNr())
                .orElse(1);
    }
}
