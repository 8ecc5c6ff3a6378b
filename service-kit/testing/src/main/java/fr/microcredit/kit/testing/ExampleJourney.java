package fr.microcredit.kit.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.kit.json.KitJson;

/**
 * Sends the commands of a service's OpenAPI document with their examples where what they need is there, as
 * {@code docs/api.md} tells it, and holds that each succeeds. What a test cannot know before, such as an identifier, is
 * exchanged; the rest goes as it stands. What is read is held against the answer that the document shows. Where the test
 * platform stands behind a {@link DatabaseWire}, it is held as well what each command and each query costs there.
 */
public final class ExampleJourney {
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;
    /** The kit's own operations, whose examples the kit's tests send. */
    private static final List<String> OF_THE_KIT = List.of("OperationsResource_", "SandboxResource_");

    private static final int PLAYS = 8;

    private final Map<String, Call> calls = new TreeMap<>();
    private final WireCosts costs = new WireCosts(operationId -> calls.get(operationId).method().equals("GET"));
    private final Set<String> sent = new TreeSet<>();
    private JsonNode paths;

    private record Call(String method, String path, JsonNode operation) {
        JsonNode example() {
            return operation.at("/requestBody/content/application~1json/example");
        }

        /** Of a query: what it gives as JSON. */
        JsonNode answer() {
            return method.equals("GET")
                    ? operation.at("/responses/200/content/application~1json")
                    : MissingNode.getInstance();
        }
    }

    /** Asks the running service what it says of itself. */
    public void read() {
        paths = DescribedAnswers.document().path("paths");
        paths.properties().forEach(path -> path.getValue().properties().forEach(each -> calls.put(
                each.getValue().path("operationId").asText(),
                new Call(each.getKey().toUpperCase(Locale.ROOT), path.getKey(), each.getValue()))));
    }

    /**
     * @param places what stands in the address for each of its names
     * @throws AssertionError unless the answer is a success
     */
    public Response send(String operationId, String token, Map<String, Object> places) {
        return send(operationId, token, places, Map.of());
    }

    /** @param exchanged fields of the example that name something of this test's */
    public Response send(String operationId, String token, Map<String, Object> places, Map<String, Object> exchanged) {
        Call call = calls.get(operationId);
        RequestSpecification request = given().auth().oauth2(token).headers(version(call, token, places))
                .header("Idempotency-Key", UUID.randomUUID());
        if (!call.example().isMissingNode()) {
            ObjectNode body = call.example().deepCopy();
            exchanged.forEach((name, value) -> body.set(name, KitJson.tree(KitJson.write(value))));
            request.contentType("application/json").body(body.toString());
        }
        Response answer = costs.measured(operationId,
                () -> request.request(call.method(), address(call.path(), places)));
        assertEquals(SUCCESS, answer.statusCode() / HUNDRED, () -> operationId + ": " + answer.asString());
        sent.add(operationId);
        return answer;
    }

    /**
     * Plays what sends and reads everything, several times where statements have to be prepared first.
     *
     * @throws AssertionError where something is left, or takes more than 7 statements and 4 ways, or 3 and 2 for a query
     */
    public void play(Runnable everything) {
        read();
        for (int play = 0; play == 0 || play < PLAYS && !costs.dear().isEmpty(); play++) {
            everything.run();
        }
        assertEquals(List.of(), left());
        assertEquals(List.of(), costs.dear());
    }

    /** One that may take more than others; its test says why. */
    public ExampleJourney allow(String operationId, int statements, int ways) {
        costs.allow(operationId, statements, ways);
        return this;
    }

    private Map<String, String> version(Call call, String token, Map<String, Object> places) {
        for (JsonNode parameter : call.operation().path("parameters")) {
            if (parameter.path("$ref").asText().endsWith("/If-Match")) {
                return Map.of("If-Match", given().auth().oauth2(token).get(address(read(call.path()), places))
                        .header("ETag"));
            }
        }
        return Map.of();
    }

    /** The nearest address above that can be read. */
    private String read(String path) {
        return paths.path(path).has("get") ? path : read(path.substring(0, path.lastIndexOf('/')));
    }

    private static String address(String template, Map<String, Object> places) {
        String address = template;
        for (Map.Entry<String, Object> place : places.entrySet()) {
            address = address.replace("{" + place.getKey() + "}", place.getValue().toString());
        }
        return address;
    }

    /** Reads something that names nothing of this test's. */
    public void look(String operationId, String token, Map<String, Object> places) {
        look(operationId, token, places, Map.of());
    }

    /**
     * Reads something.
     *
     * @param names what of this test stands under another name in the document
     * @throws AssertionError unless the answer has what the document shows of it
     */
    public void look(String operationId, String token, Map<String, Object> places, Map<String, String> names) {
        Call call = calls.get(operationId);
        Response answer = costs.measured(operationId,
                () -> given().auth().oauth2(token).get(address(call.path(), places)));
        assertEquals(HUNDRED * SUCCESS, answer.statusCode(), () -> operationId + ": " + answer.asString());
        if (sent.add(operationId) || !ShownAnswer.WRITE) {
            ShownAnswer.of(operationId).hold(call.answer().path("example"), KitJson.tree(answer.asString()), names);
        }
    }

    /** Commands that were not sent and queries that were not read, apart from those of the kit. */
    public List<String> left() {
        return left(false);
    }

    /** The same of the kit's own. */
    public List<String> leftOfTheKit() {
        return left(true);
    }

    private List<String> left(boolean ofTheKit) {
        return calls.entrySet().stream()
                .filter(each -> !each.getValue().method().equals("GET") || !each.getValue().answer().isMissingNode())
                .map(Map.Entry::getKey).filter(name -> !sent.contains(name))
                .filter(name -> OF_THE_KIT.stream().anyMatch(name::startsWith) == ofTheKit).toList();
    }
}
