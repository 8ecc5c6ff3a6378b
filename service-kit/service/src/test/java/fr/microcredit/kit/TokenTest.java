package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.CountChecks;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

@OnTestPlatform
class TokenTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    CountChecks checks;

    @Test
    void oneTokenIsCheckedOnce() {
        String token = TestTokens.office("ccas-tokens", Roles.OFFICE_AGENT);
        assertEquals(200, status(token));
        int before = checks.count();
        for (int call = 0; call < 10; call++) {
            assertEquals(200, status(token));
        }
        assertEquals(before, checks.count());
    }

    @Test
    void anotherSignatureIsAnotherToken() {
        String token = TestTokens.office("ccas-tokens", Roles.OFFICE_AGENT);
        assertEquals(200, status(token));
        assertEquals(401, status(token.substring(0, token.lastIndexOf('.') + 1) + "AAAA"));
        assertEquals(401, status(TestTokens.signedByStranger("ccas-tokens", Roles.OFFICE_AGENT)));
    }

    @Test
    void whatHasExpiredIsRefusedThoughItWasChecked() {
        String token = TestTokens.lasting(Duration.ofSeconds(3), "ccas-tokens", Roles.OFFICE_AGENT);
        assertEquals(200, status(token));
        Await.until(LIMIT, () -> "the token has expired", () -> status(token) == 401);
    }

    @Test
    void eachRequestIsItsOwnPersons() {
        String one = TestTokens.office("ccas-one", Roles.OFFICE_AGENT);
        String two = TestTokens.office("ccas-two", Roles.OFFICE_AGENT);
        for (int call = 0; call < 3; call++) {
            String id = given().auth().oauth2(one).contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID()).body("{\"text\":\"mine\",\"amountCents\":1}")
                    .post("/notes").then().statusCode(201).extract().path("id");
            given().auth().oauth2(two).get("/notes/" + id).then().statusCode(404);
            given().auth().oauth2(one).get("/notes/" + id).then().statusCode(200);
        }
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/notes").statusCode();
    }
}
