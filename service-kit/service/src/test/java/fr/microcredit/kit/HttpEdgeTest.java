package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

/** What comes in at the edges is answered as a problem, whatever layer refuses it. */
@OnTestPlatform
class HttpEdgeTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String TOKEN = TestTokens.office("ccas-edge", Roles.OFFICE_AGENT);
    private static final Duration QUICKLY = Duration.ofSeconds(5);
    /** All headers together may have 16 KB. */
    private static final int HEADER_LENGTH = 15_500;
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);

    @TestHTTPResource("/")
    URL root;

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "nope", "text/plain", "application/pdf", "text/html, application/xml;q=0.9",
            "*",
            "/", "a/b/c", "text/html; charset", "nope, application/json"})
    void anAnswerThatCanNotBeWrittenIsRefusedAndNothingIsDone(String accept) {
        for (String path : List.of("/notes", "/notes/pages", "/notes/" + UUID.randomUUID())) {
            assertProblem(request().header("Accept", accept).get(path), 406, "not-acceptable");
        }
        String text = "unacceptable " + UUID.randomUUID();
        assertProblem(request().header("Accept", accept).body(Map.of("text", text, "amountCents", 1)).post("/notes"),
                406,
                "not-acceptable");
        assertEquals(0, TestPlatform.running().db().number("select count(*) from note where document ->> 'text' = ?",
                text));
    }

    /** What begins well and ends badly is where a pattern goes back over everything it has read. */
    @ParameterizedTest
    @ValueSource(strings = {"a/b,", "a/b;q=1 ,", "a/b ;;,", "a", " ", ";", ",", "a/b;c\t,"})
    void aLongAcceptHeaderIsAnsweredAtOnce(String part) {
        String accept = "a/b" + part.repeat(HEADER_LENGTH / part.length()) + "?";
        assertTimeoutPreemptively(QUICKLY, () -> assertProblem(given().header("Accept", accept).get("/notes"), 406,
                "not-acceptable"));
    }

    @Test
    void aLongAcceptHeaderThatCanBeReadIsReadAndOneTooLongIsNot() {
        String accept = "a/b,".repeat(HEADER_LENGTH / 5) + "*/*";
        assertTimeoutPreemptively(QUICKLY,
                () -> given().auth().oauth2(TOKEN).header("Accept", accept).get("/notes").then().statusCode(200));
        assertTimeoutPreemptively(QUICKLY, () -> given().header("Accept", "a/b," + " ".repeat(16 << 10) + "?")
                .get("/notes").then().statusCode(oneOf(400, 406, 431)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8", "application/*",
            ""})
    void whoTakesJsonGetsIt(String accept) {
        request().header("Accept", accept).get("/notes").then().statusCode(200).contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes/%00", "/notes/a%00b", "/notes/%ED%A0%80", "/notes/%C0%80",
            "/notes/%7F", "/notes/%1B", "/notes/%C2%85", "/notes?x=%00", "/notes/pages?cursor=%00",
            "/notes/pages?since=%00", "/notes/pages?limit=%00", "/operations/audit/%00/entries",
            "/%00", "/q/%00"})
    void whatNoTableCanHoldIsRefusedInAddresses(String address) {
        for (Method method : List.of(Method.GET, Method.PUT, Method.POST)) {
            request().urlEncodingEnabled(false).body("{}").request(method, address).then()
                    .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500))).contentType(PROBLEM);
        }
    }

    /** The server closes the door on these before any of our code; then at least it says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"/notes/%", "/notes/%zz", "/notes/pages?cursor=%", "/notes/%0"})
    void anAddressWithHalfAnEscapeIsMalformed(String address) throws Exception {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains("content-length: 0"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2008-07-01 a\0b", "2008-07-01 \u001b", "0001-01-01 a", "9999-12-31 a", "10000-01-01 a",
            "+10000-01-01 a", "-0001-01-01 a", "+999999999-12-31 a", "2008-02-30 a", "2008-07-01", " ", "a b"})
    void aCursorThatIsNoneIsMalformed(String place) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        assertProblem(request().queryParam("cursor", cursor).get("/notes/pages"), 400, "malformed-request")
                .body("errors[0].pointer", equalTo("?cursor"));
    }

    @Test
    void keysWithBlanksArePagedLikeAnyOther() {
        String office = "ccas-blanks-" + UUID.randomUUID();
        String token = TestTokens.office(office, Roles.OFFICE_AGENT);
        given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("text", "model", "amountCents", 1)).post("/notes").then().statusCode(201);
        TestPlatform.running().db().execute("""
                                            insert into note (key, tenant, status, sort_day, version, document)
                                            select 'a b' || repeat(' c', n), tenant, status, sort_day, version,
                                              jsonb_set(document, '{text}', to_jsonb('blank ' || n))
                                            from note, generate_series(1, 5) as n where tenant = ?""", office);
        TestPlatform.running().db().execute("delete from note where tenant = ? and key not like 'a b%'", office);

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification part = given().auth().oauth2(token).queryParam("limit", 1);
            JsonPath page = (cursor == null ? part : part.queryParam("cursor", cursor)).get("/notes/pages").jsonPath();
            seen.addAll(page.getList("items.text", String.class));
            cursor = page.getString("next");
        } while (cursor != null && seen.size() < 10);
        assertEquals(List.of("blank 5", "blank 4", "blank 3", "blank 2", "blank 1"), seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "0001-01-01", "-0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31",
            "10000-01-01", "+10000-01-01", "+999999999-12-31", "2008-02-30", "today"})
    void aDayNobodyCanMeanIsMalformed(String day) {
        assertProblem(request().queryParam("since", day).get("/notes/pages"), 400, "malformed-request");
        assertProblem(operator().queryParam("until", day).get("/sandbox/business-date"), 400, "malformed-request");
        assertProblem(operator().body(Map.of("to", day)).post("/sandbox/business-date"), 400, "malformed-request");
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        byte[] latin = "{\"text\":\"Andr\u00e9\",\"amountCents\":1}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(request().body(latin).post("/notes"), 400, "malformed-request");
        for (String text : List.of("\\udc00", "\\ud83d", "\\u001b", "\\u0085", "\\u0000")) {
            assertProblem(request().body("{\"text\":\"" + text + "\",\"amountCents\":1}").post("/notes"), 400,
                    "malformed-request");
            assertProblem(request().body("{\"" + text + "\":1}").post("/notes"), 400, "malformed-request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/openapi.json", "/q/openapi.yaml", "/q/openapi.yml",
            "/q/openapi?format=json",
            "/q/metrics", "/q/metrics/", "/q/metrics/base", "/q/metrics/vendor", "/q/arc", "/q/info", "/q/", "/q",
            "/q/health-ui", "//q/metrics", "/q//metrics", "/%71/metrics", "/q/m%65trics", "/q/./metrics",
            "/x/../q/metrics", "/q;v=1/metrics", "/q/metrics;v=1", "/q/health/../metrics", "/q/health/%2e%2e/metrics",
            "/q/health/..%2fmetrics"})
    void theFrameworksOwnPagesAreClosedWithoutAToken(String address) {
        given().urlEncodingEnabled(false).get(address).then().statusCode(oneOf(400, 401, 404)).contentType(PROBLEM);
    }

    @Test
    void healthIsOpenAndTheRestOpensWithAToken() {
        for (String path : List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started")) {
            given().get(path).then().statusCode(200).body("status", equalTo("UP"));
        }
        for (String path : List.of("/q/openapi", "/q/openapi.json", "/q/openapi.yaml", "/q/metrics")) {
            given().auth().oauth2(TOKEN).get(path).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere,404,not-found", "DELETE,/notes,405,method-not-allowed",
            "PATCH,/notes,405,method-not-allowed",
            "POST,/notes/pages,405,method-not-allowed", "GET,/notes/%00,400,malformed-request",
            "GET,/notes/none,404,not-found", "POST,/notes,422,invalid-request",
            "PUT,/notes/none,422,invalid-request", "GET,/operations/backlog,403,forbidden",
            "GET,/q/nowhere,404,not-found"})
    void everyRefusalIsAProblemWithCarefulHeaders(Method method, String path, int status, String code) {
        assertProblem(request().urlEncodingEnabled(false).request(method, path), status, code);
    }

    @Test
    void theHttpLayersOwnRefusalsAreProblemsWithCarefulHeadersToo() {
        assertProblem(given().auth().oauth2(TOKEN).contentType("text/plain").body("x").post("/notes"), 415,
                "unsupported-media-type");
        assertProblem(given().get("/notes"), 401, "unauthenticated").header("WWW-Authenticate", startsWith("Bearer"));
        assertProblem(given().get("/q/metrics"), 401, "unauthenticated").header("WWW-Authenticate",
                startsWith("Bearer"));
        assertProblem(given().auth().oauth2("nonsense").get("/q/metrics"), 401, "unauthenticated");
        assertProblem(request().body("a".repeat(400_000)).post("/notes"), 413, "too-large");
    }

    @Test
    void answersHaveCarefulHeaders() {
        assertCareful(request().get("/notes").then().statusCode(200));
        assertCareful(
                request().body(Map.of("text", "careful", "amountCents", 1)).post("/notes").then().statusCode(201));
        assertCareful(given().get("/q/health").then().statusCode(200));
        assertCareful(given().auth().oauth2(TOKEN).get("/q/openapi").then().statusCode(200));
    }

    private static ValidatableResponse assertProblem(Response answer, int status, String code) {
        return assertCareful(answer.then().statusCode(status).contentType(PROBLEM).body("code", equalTo(code))
                .body("status", equalTo(status)).body("title", notNullValue()).body("detail", notNullValue()));
    }

    private static ValidatableResponse assertCareful(ValidatableResponse answer) {
        return answer.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", startsWith("default-src 'none'; frame-ancestors 'none'"));
    }

    private static RequestSpecification request() {
        return given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key",
                UUID.randomUUID());
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(OPERATOR).contentType("application/json");
    }
}
