package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

/** What the description says of headers is what really happens: every command is sent without them. */
@OnTestPlatform
class ApiTruthTest {
    private static final String AGENT = TestTokens.office("ccas-truth", Roles.OFFICE_AGENT);
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);
    private static final String NOTE = "{\"text\":\"truth\",\"amountCents\":1}";
    /** A sound body of every operation that changes something. */
    private static final Map<String, String> BODIES = Map.of("post /notes", NOTE, "put /notes/{id}", NOTE,
            "post /notes/{id}/lines", "{\"name\":\"line\",\"count\":1}", "post /operations/dead-letters/{id}/replay",
            "", "post /operations/dead-letters/{id}/skip", "", "post /operations/outbox/stuck/{seq}/retry", "",
            "post /sandbox/business-date", "{\"to\":\"1999-01-01\"}");

    /** Examples of {@code ArchitectureRulesTest}. */
    private static final Set<String> NOT_OF_THE_SAMPLE = Set.of("post /silent");

    private JsonNode paths;
    private JsonNode schemas;
    private String id;

    @BeforeEach
    void readTheDescription() {
        JsonNode described = KitJson.tree(
                given().auth().oauth2(OPERATOR).queryParam("format", "json").get("/q/openapi").asString());
        paths = described.path("paths");
        schemas = described.at("/components/schemas");
        id = request("post /notes").header("Idempotency-Key", UUID.randomUUID()).post("/notes").then().statusCode(201)
                .extract().path("id");
    }

    @Test
    void everyCommandIsTried() {
        Set<String> described = new TreeSet<>();
        paths.properties().forEach(path -> path.getValue().properties().stream().map(Map.Entry::getKey)
                .filter(method -> Set.of("post", "put", "delete", "patch").contains(method))
                .forEach(method -> described.add(method + " " + path.getKey())));
        described.removeAll(NOT_OF_THE_SAMPLE);
        assertEquals(new TreeSet<>(BODIES.keySet()), described);
    }

    @Test
    void exactlyWhatSaysSoIsRefusedWithoutAKeyAndDoesNothing() {
        for (String operation : BODIES.keySet()) {
            long before = rows();
            Response answer = send(operation, request(operation).header("If-Match", "\"0\""));
            if (needs(operation, "Idempotency-Key")) {
                assertRefused(400, "idempotency-key-required", operation, answer);
                assertEquals(before, rows(), operation);
            } else {
                assertNotEquals("idempotency-key-required", code(answer), operation);
            }
        }
    }

    @Test
    void exactlyWhatSaysSoIsRefusedWithoutAVersionAndDoesNothing() {
        for (String operation : BODIES.keySet()) {
            long before = rows();
            Response answer = send(operation, request(operation).header("Idempotency-Key", UUID.randomUUID()));
            if (needs(operation, "If-Match")) {
                assertRefused(428, "version-required", operation, answer);
                assertEquals(before, rows(), operation);
            } else {
                assertNotEquals(428, answer.statusCode(), operation);
            }
        }
    }

    @Test
    void whatAResourceSaysOfAStatusItselfStays() {
        JsonNode answers = paths.path("/notes/{id}").path("put").path("responses");
        assertEquals("A note is never too late", answers.path("409").path("description").asText());
        assertEquals("idempotency-key-in-use",
                answers.at("/409/content/application~1problem+json/schema/allOf/1/properties/code/enum/0").asText());
        assertEquals("The note as it is", answers.path("422").path("description").asText());
        assertEquals("#/components/schemas/View", answers.at("/422/content/application~1json/schema/$ref").asText());
        assertEquals("No token, or one that does not hold", answers.path("401").path("description").asText());
    }

    @Test
    void whatAnAnswerAlwaysHasIsRequiredAndWhatAFormMayLeaveOutIsNot() {
        assertEquals(Set.of("items"), required("PageView"));
        assertEquals(Set.of("id", "text"), required("View"));
        assertEquals("integer", schemas.at("/View/properties/worthCents/type").asText());
        assertEquals(Set.of("today"), required("BusinessDate"));
        assertEquals(Set.of("text", "amountCents"), required("Draft"));
    }

    @Test
    void whoeverIsAnsweredOtherwiseThanDescribedFails() {
        AssertionError failure = assertThrows(AssertionError.class,
                () -> given().auth().oauth2(AGENT).get("/notes/liar"));
        assertTrue(failure.getMessage().contains("required property 'id' not found"), failure.getMessage());
    }

    private Set<String> required(String name) {
        Set<String> required = new TreeSet<>();
        schemas.path(name).path("required").forEach(field -> required.add(field.asText()));
        return required;
    }

    private boolean needs(String operation, String header) {
        String[] parts = operation.split(" ");
        for (JsonNode each : paths.path(parts[1]).path(parts[0]).path("parameters")) {
            if (each.path("$ref").asText().endsWith("/" + header)) {
                return true;
            }
        }
        return false;
    }

    private static void assertRefused(int status, String code, String operation, Response answer) {
        assertEquals(status, answer.statusCode(), operation);
        assertEquals(code, code(answer), operation);
    }

    private static String code(Response answer) {
        return answer.asString().isEmpty() ? "" : JsonPath.from(answer.asString()).getString("code");
    }

    private static RequestSpecification request(String operation) {
        boolean ofOffices = operation.contains(" /notes");
        RequestSpecification request = given().auth().oauth2(ofOffices ? AGENT : OPERATOR)
                .contentType("application/json");
        return BODIES.get(operation).isEmpty() ? request : request.body(BODIES.get(operation));
    }

    private Response send(String operation, RequestSpecification request) {
        String[] parts = operation.split(" ");
        return request.request(parts[0].toUpperCase(java.util.Locale.ROOT),
                parts[1].replace("{id}", id).replace("{seq}", "0"));
    }

    private static long rows() {
        return TestPlatform.running().db()
                .number("""
                        select (select count(*) + sum(version) from note)
                          + (select count(*) from idempotency where tenant in ('ccas-truth', 'region'))
                          + (select count(*) from audit_entry)
                          + (select sum(last) from outbox_sequence)""");
    }
}
