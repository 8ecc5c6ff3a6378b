package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

/** The list of notes has no tenant filter of the application's: what it shows is what row-level security lets through. */
@OnTestPlatform
class TenancyTest {
    private static final String NORTH = TestTokens.office("ccas-north", Roles.OFFICE_AGENT);
    private static final String SOUTH = TestTokens.office("ccas-south", Roles.OFFICE_AGENT);

    @BeforeEach
    void someRows() {
        add(NORTH, "north").then().statusCode(201);
        add(SOUTH, "south").then().statusCode(201);
    }

    @Test
    void tenantsInterleavedOnASmallPoolSeeTheirOwnRowsOnly() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(24);
        try {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int call = 0; call < 400; call++) {
                boolean north = call % 2 == 0;
                calls.add(() -> {
                    assertOnly(north ? "ccas-north" : "ccas-south", north ? NORTH : SOUTH);
                    return null;
                });
            }
            for (Future<Void> future : clients.invokeAll(calls)) {
                future.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static void assertOnly(String tenant, String token) {
        List<String> seen = given().auth().oauth2(token).get("/notes").then().statusCode(200).extract().jsonPath()
                .getList("", String.class);
        assertTrue(!seen.isEmpty() && seen.stream().allMatch(tenant::equals), tenant + " sees " + seen);
    }

    @Test
    void anotherTenantsRowIsNotFound() {
        String path = add(NORTH, "private").header("Location");
        given().auth().oauth2(SOUTH).get(path).then().statusCode(404).body("code", equalTo("not-found"));
        given().auth().oauth2(SOUTH).header("If-Match", "\"0\"").contentType("application/json")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .body(Map.of("text", "stolen", "amountCents", 1)).put(path).then().statusCode(404);
        given().auth().oauth2(NORTH).get(path).then().statusCode(200).body("text", equalTo("private"));
    }

    @Test
    void theRegionReadsEveryRowAndWritesItsOwn() {
        String operator = TestTokens.region(Roles.OPERATOR);
        List<String> seen = given().auth().oauth2(operator).get("/notes").jsonPath().getList("", String.class);
        assertTrue(seen.contains("ccas-north") && seen.contains("ccas-south"));
        add(operator, "from the region").then().statusCode(201);
        String path = add(NORTH, "an office's").header("Location");
        given().auth().oauth2(operator).header("If-Match", "\"0\"").contentType("application/json")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .body(Map.of("text", "overruled", "amountCents", 1)).put(path).then().statusCode(404);
        given().auth().oauth2(NORTH).get(path).then().body("text", equalTo("an office's"));
    }

    @Test
    void aForeignRowCanNotBeWritten() {
        add(NORTH, "foreign").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void aTokenWithoutATenantSeesNothing() {
        given().auth().oauth2(TestTokens.withoutTenant(Roles.OFFICE_AGENT)).get("/notes").then().statusCode(403)
                .body("code", equalTo("tenant-missing"));
    }

    @Test
    void aTokenOfTwoKindsOfTenantsIsRefused() {
        String both = TestTokens.office("ccas-north", Roles.OFFICE_AGENT, Roles.OPERATOR);
        given().auth().oauth2(both).get("/notes").then().statusCode(403).body("code", equalTo("tenant-missing"));
    }

    @Test
    void tokensAreChecked() {
        for (String token : List.of(TestTokens.expired("ccas-north", Roles.OFFICE_AGENT),
                TestTokens.forOtherAudience("ccas-north", Roles.OFFICE_AGENT),
                TestTokens.signedByStranger("ccas-north", Roles.OFFICE_AGENT), "nonsense", NORTH + "x")) {
            given().auth().oauth2(token).get("/notes").then().statusCode(401).header("WWW-Authenticate", "Bearer")
                    .contentType("application/problem+json").body("code", equalTo("unauthenticated"));
        }
        given().get("/notes").then().statusCode(401).contentType("application/problem+json");
        assertEquals(403,
                given().auth().oauth2(TestTokens.office("ccas-north", Roles.COMMISSION_SECRETARY)).get("/notes")
                        .statusCode());
    }

    private static Response add(String token, String text) {
        return given().auth().oauth2(token).contentType("application/json")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .body(Map.of("text", text, "amountCents", 1))
                .post("/notes");
    }
}
