package fr.microcredit.kit.testing;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.restassured.response.Response;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.tenancy.Roles;

/**
 * Sends the example of every operation of a service's OpenAPI document, as somebody who may, on things that need not be
 * there: whatever the answer, it is none about the body, and it is as described. What the examples lead to is for each service's journeys.
 */
public final class ExampleCalls {
    private static final int REFUSED = 400;
    private static final String TENANT = "example";
    /** Would move the date under the other tests; the kit's own test sends it. */
    private static final Set<String> ELSEWHERE = Set.of("/sandbox/business-date");
    private static final Set<Integer> NOT_ABOUT_THE_BODY = Set.of(200, 201, 204, 404, 409, 412);
    /** Who may record what happened long ago, as the examples say it did. */
    private static final Map<String, String> LATE = Map.of(Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER,
            Roles.COMMISSION_SECRETARY, Roles.OFFICE_MANAGER, Roles.BANK_CLIENT, Roles.BANK_AGENT);

    private final DescribedBodies bodies;
    private final String path;
    private final String method;
    private final JsonNode operation;

    private ExampleCalls(DescribedBodies bodies, String path, String method, JsonNode operation) {
        this.bodies = bodies;
        this.path = path;
        this.method = method;
        this.operation = operation;
    }

    /** One line for each example that is not taken, or that is not as described, and for each answer that is not. */
    public static List<String> refused(JsonNode document) {
        List<String> refused = new ArrayList<>();
        DescribedBodies bodies = new DescribedBodies(document);
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(each -> {
            ExampleCalls call = new ExampleCalls(bodies, path.getKey(), each.getKey(), each.getValue());
            if (!call.example().isMissingNode() && !ELSEWHERE.contains(path.getKey())) {
                call.send(refused);
            }
        }));
        return refused;
    }

    private JsonNode example() {
        return operation.at("/requestBody/content/application~1json/example");
    }

    private void send(List<String> refused) {
        String name = operation.path("operationId").asText();
        bodies.faults(operation.at("/requestBody/content/application~1json/schema"), example())
                .forEach(fault -> refused.add(name + " takes: " + fault));
        Response answer = given().auth().oauth2(token()).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID()).header("If-Match", "\"1\"")
                .header("Late-Reason", "paper-file").body(example().toString())
                .request(method.toUpperCase(Locale.ROOT), address());
        if (!NOT_ABOUT_THE_BODY.contains(answer.statusCode())) {
            refused.add(name + ": " + answer.statusCode() + " " + answer.asString());
        }
        JsonNode described = operation.path("responses").path(String.valueOf(answer.statusCode())).path("content");
        String type = answer.statusCode() < REFUSED ? "application/json" : "application/problem+json";
        bodies.faults(described.path(type).path("schema"), KitJson.tree(answer.asString()))
                .forEach(fault -> refused.add(name + " answers: " + fault));
    }

    private String address() {
        String address = path;
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                address = address.replace("{" + parameter.path("name").asText() + "}", value(parameter.path("schema")));
            }
        }
        return address;
    }

    private String value(JsonNode schema) {
        boolean number = schema.path("type").toString().contains("integer");
        return number ? "1" : schema.has("pattern") ? "example-fund" : UUID.randomUUID().toString();
    }

    private String token() {
        Set<String> roles = new LinkedHashSet<>();
        operation.path("security").forEach(way -> way.path("SecurityScheme").forEach(role -> roles.add(role.asText())));
        String first = roles.iterator().next();
        String[] acting = LATE.containsKey(first) ? new String[]{first, LATE.get(first)} : new String[]{first};
        if (Roles.OF_BANKS.contains(first)) {
            return TestTokens.bank(TENANT, acting);
        }
        return Roles.OF_OFFICES.contains(first) ? TestTokens.office(TENANT, acting) : TestTokens.region(acting);
    }
}
