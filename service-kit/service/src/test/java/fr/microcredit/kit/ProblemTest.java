package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

@OnTestPlatform
class ProblemTest {
    private static final String TOKEN = TestTokens.office("ccas-problem", Roles.OFFICE_AGENT);
    private long rowsBefore;

    @BeforeEach
    void count() {
        rowsBefore = rows();
    }

    @AfterEach
    void nothingHalfWritten() {
        assertEquals(rowsBefore, rows());
    }

    @ParameterizedTest(name = "{0} -> {1} {2} at {3}")
    @CsvSource(delimiter = ';', nullValues = "-", value = {"{;400;not-json;''",
            "[];400;wrong-type;''", "null;422;required;''",
            "{\"text\":\"a\",\"amountCents\":1,\"more\":1};400;unknown-field;/more",
            "{\"text\":\"a\",\"amountCents\":\"1\"};400;wrong-type;/amountCents",
            "{\"text\":\"a\",\"amountCents\":1.5};400;wrong-value;/amountCents",
            "{\"text\":\"a\",\"amountCents\":1e400};400;wrong-value;/amountCents",
            "{\"text\":\"a\",\"amountCents\":99999999999999999999};400;wrong-type;/amountCents",
            "{\"text\":5,\"amountCents\":1};400;wrong-value;/text",
            "{\"text\":{},\"amountCents\":1};400;wrong-type;/text",
            "{\"text\":\"a\",\"text\":\"b\",\"amountCents\":1};400;not-json;''",
            "{\"text\":\"a\",\"amountCents\":1} x;400;not-json;''", "{\"text\":\"a\"};422;required;/amountCents",
            "{\"text\":\" \",\"amountCents\":1};422;required;/text",
            "{\"text\":\"a\",\"amountCents\":-1};422;positive;/amountCents",
            "{\"text\":\"a\",\"amountCents\":1000001};422;max;/amountCents",
            "{\"text\":\"a\",\"amountCents\":1,\"day\":\"2009-02-29\"};400;wrong-value;/day",
            "{\"text\":\"a\",\"amountCents\":1,\"day\":\"yesterday\"};400;wrong-value;/day",
            "{\"text\":\"a\",\"amountCents\":1,\"lines\":[{\"name\":\"\",\"count\":1}]};422;required;/lines/0/name",
            "{\"text\":\"a\",\"amountCents\":1,\"lines\":[{\"name\":\"n\",\"count\":true}]};400;wrong-type;/lines/0/count",
            "{\"text\":\"a\\u0000b\",\"amountCents\":1};400;wrong-value;/text",
            "{\"text\":\"a\\ud800b\",\"amountCents\":1};400;wrong-value;/text"})
    void badBodiesAreNamedAndPointedAt(String body, int status, String code, String pointer) {
        request().body(body).post("/notes").then().statusCode(status).contentType("application/problem+json")
                .body("type", notNullValue()).body("title", notNullValue()).body("detail", notNullValue())
                .body("traceId", notNullValue()).body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void deepAndLongBodiesAreRefusedAtOnce() {
        String deep = "{\"lines\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        request().body(deep).post("/notes").then().statusCode(400).body("code", equalTo("malformed-request"));
        String longText = "{\"text\":\"" + "a".repeat(30_000) + "\",\"amountCents\":1}";
        request().body(longText).post("/notes").then().statusCode(400);
        request().body("{\"text\":\"" + "a".repeat(400_000) + "\"}").post("/notes").then().statusCode(413)
                .contentType("application/problem+json").body("code", equalTo("too-large"));
    }

    @Test
    void theFrameworksOwnRefusalsAreProblemsToo() {
        request().get("/nowhere").then().statusCode(404).contentType("application/problem+json").body("code",
                equalTo("not-found"));
        request().get("/notes/not-a-uuid").then().statusCode(404).contentType("application/problem+json");
        request().delete("/notes").then().statusCode(405).contentType("application/problem+json").body("code",
                equalTo("method-not-allowed"));
        given().auth().oauth2(TOKEN).contentType("text/plain").body("x").post("/notes").then().statusCode(415)
                .contentType("application/problem+json");
        request().header("Accept", "application/pdf").get("/notes").then().statusCode(406);
        request().post("/notes").then().statusCode(422).contentType("application/problem+json");
        given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key", "has a space")
                .body("{\"text\":\"a\",\"amountCents\":1}").post("/notes")
                .then()
                .statusCode(400);
    }

    @Test
    void frenchIsTheDefaultAndEnglishIsSpokenOnRequest() {
        request().body("{}").post("/notes").then().body("title", equalTo("Requête invalide"));
        for (String header : new String[]{"en", "en-GB,en;q=0.8", "de,en;q=0.5"}) {
            request().header("Accept-Language", header).body("{}").post("/notes").then()
                    .body("title", equalTo("Invalid request")).header("Content-Language", "en");
        }
        request().header("Accept-Language", ";;;").body("{}").post("/notes").then().body("title",
                equalTo("Requête invalide"));
    }

    @Test
    void healthIsOpenAndMetricsAreNot() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(401);
        given().get("/q/openapi").then().statusCode(401);
        given().auth().oauth2(TOKEN).get("/q/openapi").then().statusCode(200);
    }

    private static RequestSpecification request() {
        return given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key",
                java.util.UUID.randomUUID().toString());
    }

    private static long rows() {
        return TestPlatform.running().db().number("select (select count(*) from note where tenant = 'ccas-problem')"
                + " + (select count(*) from idempotency where tenant = 'ccas-problem')");
    }
}
