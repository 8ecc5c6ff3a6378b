package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

@OnTestPlatform
class SandboxTest {
    /** The one example that the services' tests do not send, since it moves the date under them. */
    private static final Path EXAMPLE = Path.of("src/main/resources/openapi/examples/SandboxResource_move.json");
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);

    @Test
    void movingTheDateClosesEachDayWithWorkOnce() throws IOException {
        db().execute("insert into sample_due (day) values ('2008-07-03'), ('2008-07-10'), ('2008-08-01')");
        given().auth().oauth2(OPERATOR).queryParam("until", "2008-07-20").get("/sandbox/business-date").then()
                .statusCode(200).body("today", equalTo("2008-07-01")).body("nextWork", equalTo("2008-07-03"));

        move(Files.readString(EXAMPLE)).statusCode(200).body("today", equalTo("2008-07-10"));
        assertEquals(List.of("2008-07-03"), done());
        move("{\"to\": \"2008-07-11\"}").statusCode(200);
        assertEquals(List.of("2008-07-03", "2008-07-10"), done());
        assertEquals(2, db().number("select count(*) from day_end_run where job = 'sample' and units = 1"));

        move(Files.readString(EXAMPLE)).statusCode(422).body("errors[0].code", equalTo("date-in-the-past"));
        given().auth().oauth2(TestTokens.office("ccas-a", Roles.OFFICE_AGENT)).contentType("application/json")
                .body(Map.of("to", "2009-01-01")).post("/sandbox/business-date").then().statusCode(403);
    }

    @Test
    void quietnessSaysWhetherAnythingIsUnderWay() {
        given().auth().oauth2(OPERATOR).get("/sandbox/quietness").then().statusCode(200);
    }

    private static ValidatableResponse move(String body) {
        return given().auth().oauth2(OPERATOR).contentType("application/json").body(body)
                .post("/sandbox/business-date").then();
    }

    private static List<String> done() {
        return db().rows("select day from sample_due where done order by day");
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
