package fr.microcredit.bank;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;
import fr.microcredit.kit.testing.TestTokens;

/** Every bad token is refused, reads nothing, changes nothing, and learns nothing by its refusal. */
@OnTestPlatform
class RefusedTokensTest {
    private static final int CASES_MIN = 20;
    private static final Set<String> OF_A_PROBLEM = Set.of("type", "title", "status", "detail", "code", "traceId",
            "errors");
    /** Of the machinery, of the file, of the token: none of it belongs into a refusal. */
    private static final List<String> NOT_TOLD = List.of("exception", "jose", "jwt", "jwk", "rsa", "hs256", "signature",
            "kid", "issuer", "audience", "keycloak", "realm", "quarkus", Counter.BANK, "ce-poitou", "system-of",
            "exemple", "bearer", "bank-c");

    /** One for all that change nothing. */
    private static Transmitted untouched;

    private final Counter counter = new Counter(Counter.BANK);
    private Transmitted file;

    @BeforeEach
    void aFileIsThere() {
        if (untouched == null) {
            untouched = arrived();
        }
        file = untouched;
    }

    private Transmitted arrived() {
        return new Transmitted(counter, Counter.BANK).of("Camille", "Exemple").arrived("2008-07-01");
    }

    static Stream<BadTokens.Bad> badTokens() {
        return BadTokens.all();
    }

    @Test
    void thereAreTwentyAndMoreAndNoTwoTheSame() {
        List<String> names = BadTokens.all().map(BadTokens.Bad::name).toList();
        assertTrue(names.size() >= CASES_MIN, names.toString());
        assertEquals(names.size(), Set.copyOf(names).size());
    }

    /** So that what follows is refused for the one thing that is wrong with it. */
    @Test
    void theWholeTokenIsTaken() {
        file = arrived();
        RequestSpecification request = given().header("Authorization", "Bearer " + BadTokens.whole().signed());
        request.get("/files/" + file.id).then().statusCode(200);
        assertEquals(200, decide(given().header("Authorization", "Bearer " + BadTokens.whole().signed())).statusCode());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void isRefused(BadTokens.Bad bad) {
        String before = counter.file(file.id).header("ETag");
        assertRefused(bad, bad.bearing().apply(given()).get("/files/" + file.id));
        assertRefused(bad, decide(bad.bearing().apply(given())));
        // What was refused once is not known as good the second time
        assertRefused(bad, bad.bearing().apply(given()).get("/files/" + file.id));
        assertEquals(before, counter.file(file.id).header("ETag"), "nothing was changed");
    }

    private Response decide(RequestSpecification request) {
        return request.contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", counter.file(file.id).header("ETag"))
                .body(Map.of("decision", "accepted", "reasons", List.of())).post("/files/" + file.id + "/decision");
    }

    private static void assertRefused(BadTokens.Bad bad, Response answer) {
        String body = answer.asString();
        assertEquals(bad.status(), answer.statusCode(), body);
        assertEquals(bad.code(), answer.path("code"), body);
        assertTrue(answer.contentType().startsWith("application/problem+json"), answer.contentType());
        assertTrue(OF_A_PROBLEM.containsAll(answer.jsonPath().getMap("").keySet()), body);
        NOT_TOLD.forEach(word -> assertFalse(told(answer).contains(word), word + " is told: " + body));
        String challenge = answer.header("WWW-Authenticate");
        switch (bad.code()) {
            case "unauthenticated" -> assertEquals("Bearer", challenge);
            case "insufficient-scope" -> assertTrue(challenge.matches(
                    "Bearer error=\"insufficient_scope\", scope=\"files\\.(read|decide)\""), challenge);
            default -> assertNull(challenge);
        }
    }

    /** Its texts and faults; the scope's name is no secret, it stands in docs/api.md. */
    private static String told(Response answer) {
        return (answer.path("title") + " " + answer.path("detail") + " " + answer.path("errors.detail"))
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void aTokenLargerThanAllHeadersMayBeIsRefusedBeforeAnybodyLooksAtIt() {
        Response answer = given().header("Authorization", "Bearer " + "A".repeat(20_000)).get("/files/" + file.id);
        assertEquals(431, answer.statusCode());
        assertEquals("", answer.asString());
    }

    @ParameterizedTest
    @CsvSource({"files.read, 200, 403, 403", "files.decide, 403, 200, 403", "loans.report, 403, 403, 409"})
    void eachScopeOpensItsOwn(String scope, int reading, int deciding, int reporting) {
        file = arrived();
        String token = TestTokens.bankWith(Set.of(scope), Counter.BANK, Roles.BANK_CLIENT);
        assertEquals(reading, given().auth().oauth2(token).get("/files/" + file.id).statusCode());
        Response reported = given().auth().oauth2(token).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID()).header("If-Match", counter.file(file.id).header("ETag"))
                .body(Map.of("disbursedOn", "2008-07-02")).post("/files/" + file.id + "/disbursement");
        assertEquals(reporting, reported.statusCode(), reported.asString());
        assertEquals(deciding, decide(given().auth().oauth2(token)).statusCode());
    }

    @Test
    void aPersonAtTheBankNeedsTheScopeOfTheFrontEndToo() {
        String token = TestTokens.bankWith(Set.of(Scopes.FILES_READ), Counter.BANK, Roles.BANK_AGENT);
        given().auth().oauth2(token).get("/files").then().statusCode(200);
        assertEquals(403, decide(given().auth().oauth2(token)).statusCode());
    }
}
