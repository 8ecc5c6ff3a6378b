package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.UUID;

import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.eligibility.scheme.persistence.ShippedSchemeFiles;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

/** A scheme file for tests: a sound one of this release, with changes. */
final class SchemeFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode tree;

    private SchemeFile(ObjectNode tree) {
        this.tree = tree;
    }

    /** Dijon's demonstration rules for another commune. */
    static SchemeFile of(String schemeId, String commune) {
        for (String document : new ShippedSchemeFiles().documents()) {
            if (document.contains("dijon-demonstration-1")) {
                return new SchemeFile((ObjectNode) read(document)).with("/schemeId", "\"" + schemeId + "\"")
                        .with("/version", "\"" + schemeId + "-1\"")
                        .with("/territory", "{\"level\": \"COMMUNE\", \"codes\": [\"" + commune + "\"]}");
            }
        }
        throw new IllegalStateException("No such scheme");
    }

    /** @param value JSON */
    SchemeFile with(String pointer, String value) {
        ObjectNode changed = tree.deepCopy();
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) changed.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), read(value));
        return new SchemeFile(changed);
    }

    SchemeFile stated(String rule, String value) {
        return with("/" + rule, "{\"state\": \"stated\", \"value\": " + value + ", \"source\": \"Essai\"}");
    }

    SchemeFile open(String rule) {
        return with("/" + rule, "{\"state\": \"open\", \"source\": \"Essai\"}");
    }

    String text() {
        return tree.toPrettyString();
    }

    /** Line of the first text of this kind, from 1. */
    static int lineOf(String document, String text) {
        return (int) document.substring(0, document.indexOf(text)).chars().filter(each -> each == '\n').count() + 1;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(json, e);
        }
    }

    static Map<String, Object> publication(String sha256) {
        return Map.of("sha256", sha256);
    }

    /** Put up by one editor and published by another. */
    void publish() {
        String sha = as("one").body(text()).post("/scheme-drafts").then().statusCode(201).extract().path("sha256");
        as("two").body(publication(sha)).post("/scheme-drafts/" + tree.path("schemeId").asText() + "/"
                + tree.path("version").asText() + "/publication").then().statusCode(200);
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(TestTokens.regionPerson(person, Roles.SCHEME_EDITOR))
                .contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
