package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.Response;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;
import fr.microcredit.kit.testing.HandMadeToken;
import fr.microcredit.kit.testing.TestTokens;

/** A bank's token does what its scopes say, whoever holds it. */
@OnTestPlatform
class ScopeTest {
    private static final String BANK = "cm-scopes";

    @ParameterizedTest
    @ValueSource(strings = {Roles.BANK_CLIENT, Roles.BANK_AGENT})
    void aScopeOpensItsOperationsAndNoOther(String role) {
        String reads = TestTokens.bankWith(Set.of(Scopes.FILES_READ), BANK, role);
        get(reads, "files").then().statusCode(200);
        get(reads, "decisions").then().statusCode(403).contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer error=\"insufficient_scope\", scope=\"files.decide\""))
                .body("code", equalTo("insufficient-scope")).body("detail", containsString("files.decide"))
                .body("errors.pointer", contains("header:Authorization"))
                .body("errors[0].detail", containsString("files.decide"));
    }

    @Test
    void aTokenWithoutScopesOpensNothing() {
        get(TestTokens.bankWith(Set.of(), BANK, Roles.BANK_CLIENT), "files").then().statusCode(403)
                .body("code", equalTo("insufficient-scope"));
        get(HandMadeToken.ofBank(BANK, Roles.BANK_CLIENT).claim("scope", null).signed(), "files").then()
                .statusCode(403).body("code", equalTo("insufficient-scope"));
    }

    @Test
    void aNameThatBeginsLikeAScopeIsNone() {
        get(TestTokens.bankWith(Set.of("files.reader", "files", "FILES.READ"), BANK, Roles.BANK_CLIENT), "files")
                .then().statusCode(403);
    }

    @Test
    void whatHasNoScopeIsClosedToBanks() {
        get(TestTokens.bank(BANK, Roles.BANK_CLIENT), "forgotten").then().statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void othersNeedNone() {
        String office = TestTokens.office("ccas-scopes", Roles.OFFICE_AGENT);
        get(office, "files").then().statusCode(200);
        get(office, "forgotten").then().statusCode(200);
    }

    private static Response get(String token, String what) {
        return given().auth().oauth2(token).get("/counter/" + what);
    }
}
