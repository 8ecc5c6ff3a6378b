package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

/** A front end is a page on another origin: a browser lets it call only if the service names that origin. */
@OnTestPlatform
class FrontEndTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final Set<String> METHODS = new TreeSet<>(Set.of("GET", "POST", "PUT"));
    private static final Set<String> HEADERS = new TreeSet<>(Set.of("Authorization", "Content-Type", "Accept",
            "Accept-Language", "Idempotency-Key", "If-Match", "Late-Reason"));
    private static final Set<String> EXPOSED = new TreeSet<>(
            Set.of("ETag", "Location", "Retry-After", "Idempotent-Replayed"));
    private static final String TOKEN = TestTokens.office("ccas-front", Roles.OFFICE_AGENT);

    @TestHTTPResource("/")
    URL root;

    @ParameterizedTest
    @ValueSource(strings = {"https://office.example", "https://bank.example"})
    void aFrontEndThatIsNamedMayAskForEveryMethodWithEveryHeader(String origin) {
        for (String method : METHODS) {
            Response answer = given().header("Origin", origin).header("Access-Control-Request-Method", method)
                    .header("Access-Control-Request-Headers", String.join(",", HEADERS)).options("/notes");
            answer.then().statusCode(200).header(ALLOWED, origin);
            assertEquals(METHODS, listed(answer, "Access-Control-Allow-Methods"));
            assertEquals(HEADERS, listed(answer, "Access-Control-Allow-Headers"));
        }
    }

    @Test
    void itReadsEveryHeaderOfAnAnswerThatItNeeds() {
        Response answer = given().auth().oauth2(TOKEN).header("Origin", "https://office.example")
                .contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .body("{\"text\":\"front\",\"amountCents\":1}").post("/notes");
        answer.then().statusCode(201).header(ALLOWED, "https://office.example");
        assertEquals(EXPOSED, listed(answer, "Access-Control-Expose-Headers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "https://office.example.elsewhere.example",
            "http://office.example", "https://office.example:8443", "null", "nonsense", "http://", "a b"})
    void noOtherPageMayCallAndItIsToldSoByAProblem(String origin) {
        refused(given().header("Origin", origin).header("Access-Control-Request-Method", "POST").options("/notes"));
        refused(given().auth().oauth2(TOKEN).header("Origin", origin).get("/notes"));
        refused(given().auth().oauth2(TOKEN).header("Origin", origin).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID()).body("{\"text\":\"foreign page\",\"amountCents\":1}")
                .post("/notes"));
        assertEquals(0, TestPlatform.running().db()
                .number("select count(*) from note where document ->> 'text' = 'foreign page'"));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).contentType("application/problem+json").body("code", equalTo("foreign-origin"))
                .body("title", notNullValue()).header(ALLOWED, nullValue());
    }

    @Test
    void theServicesOwnPageMayCall() {
        String own = "http://" + root.getHost() + ":" + root.getPort();
        given().auth().oauth2(TOKEN).header("Origin", own).get("/notes").then().statusCode(200);
        refused(given().auth().oauth2(TOKEN).header("Origin", "https://" + root.getHost() + ":" + root.getPort())
                .get("/notes"));
    }

    private static Set<String> listed(Response answer, String header) {
        return new TreeSet<>(List.of(answer.header(header).split("\\s*,\\s*")));
    }

    @Test
    void whatIsNoPageInABrowserCallsAsBefore() {
        given().auth().oauth2(TOKEN).get("/notes").then().statusCode(equalTo(200)).header(ALLOWED, nullValue());
    }
}
