package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

/** However many ask at once, each request is its own: nobody is taken for somebody else, nor refused what is his. */
@OnTestPlatform
class WhoseRequestTest {
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 25;

    @Test
    void manyOfficesAtOnceAreNeverTakenForOneAnother() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> all = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(client -> clients.submit(() -> IntStream.range(0, ROUNDS)
                            .forEach(round -> visit("ccas-whose-" + client, "ccas-whose-" + (client + 1)))))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Tokens are new in each round: known ones and unknown ones are checked beside one another. */
    private static void visit(String office, String other) {
        String agent = TestTokens.office(office, Roles.OFFICE_AGENT);
        String operator = TestTokens.region(Roles.OPERATOR);
        String id = given().auth().oauth2(agent).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("text", office, "amountCents", 1)).post("/notes").then().statusCode(201).extract()
                .path("id");
        assertEquals(403, status(agent, "/operations/backlog"));
        assertEquals(200, status(operator, "/operations/backlog"));
        assertEquals(404, status(TestTokens.office(other, Roles.OFFICE_AGENT), "/notes/" + id));
        assertEquals(office, given().auth().oauth2(agent).get("/notes/" + id).then().statusCode(200).extract()
                .path("text"));
    }

    private static int status(String token, String path) {
        return given().auth().oauth2(token).get(path).statusCode();
    }
}
