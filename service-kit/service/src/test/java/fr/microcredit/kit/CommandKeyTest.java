package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

/** A key belongs to the operation, however its address is spelt: the same command in another spelling has no second effect. */
@OnTestPlatform
class CommandKeyTest {
    private static final String TOKEN = TestTokens.office("ccas-spelling", Roles.OFFICE_AGENT);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String key = UUID.randomUUID().toString();
    private String note;

    @TestHTTPResource("/")
    URL root;

    @BeforeEach
    void aNote() {
        note = given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("text", "start", "amountCents", 1)).post("/notes").then().statusCode(201).extract()
                .path("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes", "/notes/", "//notes", "/notes?x=1", "/notes?", "/%6Eotes", "/n%6ftes",
            "/notes;v=1",
            "/./notes", "/other/../notes", "/notes#part"})
    void aNewThingIsMadeOnceInAnySpelling(String spelling) throws Exception {
        String body = "{\"text\":\"" + key + "\",\"amountCents\":1}";
        assertEquals(201, post("/notes", body));
        assertOnce(post(spelling, body));
        assertEquals(1, TestPlatform.running().db().number("select count(*) from note where document ->> 'text' = ?",
                key));
    }

    @Test
    void aChangeHasOneEffectInAnySpelling() throws Exception {
        String body = "{\"name\":\"line\",\"count\":1}";
        assertEquals(200, post("/notes/" + note + "/lines", body));
        String upper = note.toUpperCase(Locale.ROOT);
        String first = "%" + Integer.toHexString(note.charAt(0));
        for (String spelling : List.of("/notes/" + upper + "/lines", "/notes/" + first + note.substring(1) + "/lines",
                "/notes/" + note + "/lines/", "/notes//" + note + "/lines", "/notes/" + note + ";v=1/lines",
                "/notes/" + note + "/lines?count=2", "/notes/x/../" + upper + "/l%69nes")) {
            assertOnce(post(spelling, body));
            assertEquals("start line", text(), spelling);
        }
    }

    @Test
    void anotherBodyOrAnotherThingIsAnotherCommand() throws Exception {
        String mine = note;
        assertEquals(200, post("/notes/" + mine + "/lines", "{\"name\":\"line\",\"count\":1}"));
        assertEquals(422,
                post("/notes/" + mine.toUpperCase(Locale.ROOT) + "/lines", "{\"name\":\"other\",\"count\":1}"));
        assertEquals("start line", text());
        aNote();
        assertEquals(200, post("/notes/" + note + "/lines", "{\"name\":\"line\",\"count\":1}"));
        assertEquals("start line", text());
    }

    private static void assertOnce(int status) {
        assertTrue(List.of(200, 201, 400, 404, 422).contains(status), "status " + status);
    }

    private String text() {
        return given().auth().oauth2(TOKEN).get("/notes/" + note).then().statusCode(200).extract().path("text");
    }

    /** As it is spelt: a client library would put it right. */
    private int post(String spelling, String body) throws Exception {
        String address = root.toString().replaceAll("/$", "") + spelling;
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
