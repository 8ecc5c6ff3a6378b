package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

/** A front end is a page on another origin: a browser lets it call only if the service names that origin. */
@OnTestPlatform
class FrontEndTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String TOKEN = TestTokens.office("ccas-front", Roles.OFFICE_AGENT);

    @ParameterizedTest
    @ValueSource(strings = {"https://office.example", "https://bank.example"})
    void aFrontEndThatIsNamedMayAskForACommandWithItsHeaders(String origin) {
        given().header("Origin", origin).header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key,if-match")
                .options("/notes").then().statusCode(200).header(ALLOWED, origin)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"));
    }

    @Test
    void itReadsTheVersionAndTheAddressOfWhatItMade() {
        given().auth().oauth2(TOKEN).header("Origin", "https://office.example").contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID()).body("{\"text\":\"front\",\"amountCents\":1}")
                .post("/notes")
                .then().statusCode(201).header(ALLOWED, "https://office.example")
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Access-Control-Expose-Headers", containsString("Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "https://office.example.elsewhere.example",
            "http://office.example", "null"})
    void noOtherPageMayCall(String origin) {
        given().header("Origin", origin).header("Access-Control-Request-Method", "POST").options("/notes").then()
                .header(ALLOWED, nullValue());
        given().auth().oauth2(TOKEN).header("Origin", origin).get("/notes").then().header(ALLOWED, nullValue());
    }

    @Test
    void whatIsNoPageInABrowserCallsAsBefore() {
        given().auth().oauth2(TOKEN).get("/notes").then().statusCode(equalTo(200)).header(ALLOWED, nullValue());
    }
}
