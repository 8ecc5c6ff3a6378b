package fr.microcredit.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** What the office writes for its commission: read there and nowhere else, and kept as it was decided on. */
@OnTestPlatform
class CommissionReportJourneyTest {
    private static final String FIRST = "Le budget a été revu deux fois avec la personne 70417.";
    private static final String SECOND = "Une aide de 70418 euros est venue s'ajouter depuis.";

    private final Desk desk = Desk.ofDijon();
    private final Database db = TestPlatform.running().db();

    @Test
    void theCommissionReadsTheReportAndNothingElseOfTheDossier() {
        String id = desk.submitted(Desk.form());
        write(id, "\"0\"", FIRST, "2008-07-02").then().statusCode(200).header("ETag", "\"1\"")
                .body("text", equalTo(FIRST)).body("versions.number", contains(1))
                .body("versions[0].writtenOn", equalTo("2008-07-02"));
        for (String role : List.of(Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT)) {
            String own = TestTokens.office(Desk.OFFICE, role);
            read(own, id).then().statusCode(200).body("text", equalTo(FIRST));
            for (String other : List.of("", "/timeline")) {
                given().auth().oauth2(own).get("/dossiers/" + id + other).then().statusCode(403);
            }
            given().auth().oauth2(own).contentType("application/json").header("Idempotency-Key", id)
                    .header("If-Match", "\"1\"").body(Map.of("text", SECOND)).put(address(id)).then().statusCode(403);
            read(TestTokens.office("ccas-reims", role), id).then().statusCode(404);
        }
        read(TestTokens.office("ccas-reims", Roles.OFFICE_AGENT), id).then().statusCode(404);
        read(TestTokens.bank("cm-dijon", Roles.BANK_AGENT), id).then().statusCode(403);
    }

    @Test
    void aDraftIsTheOfficesOwn() {
        Desk.publishScheme();
        String id = desk.open(Desk.form()).path("dossierId");
        String president = TestTokens.office(Desk.OFFICE, Roles.COMMISSION_PRESIDENT);
        desk.request().get(address(id)).then().statusCode(200).header("ETag", "\"0\"").body("text", nullValue())
                .body("versions", empty());
        write(id, "\"0\"", FIRST, "2008-06-30").then().statusCode(422).body("errors.code",
                hasItem("date-before-previous-step"));
        write(id, "\"0\"", FIRST, "2008-07-01").then().statusCode(200).body("versions[0].revision", equalTo(0));
        read(president, id).then().statusCode(404);
        desk.act(id, "submission", Map.of("effectiveOn", "2008-07-01")).then().statusCode(200);
        read(president, id).then().statusCode(200).body("text", equalTo(FIRST));
    }

    @Test
    void whatWasDecidedOnStaysAndALaterTextIsAnotherVersion() {
        String id = desk.submitted(Desk.form());
        write(id, "\"0\"", FIRST, "2008-07-02").then().statusCode(200);
        Topics.publish(new History(id, Map.of("officeId", Desk.OFFICE))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "refused", Map.of())
                .events());
        desk.awaitStage(id, "refused");
        write(id, "\"1\"", SECOND, "2008-09-23").then().statusCode(412);
        Response found = desk.request().get(address(id));
        found.then().body("versions[0].rulings[0].decision", equalTo("refused"))
                .body("versions[0].rulings[0].decisionId", equalTo("53555555-5555-4555-8555-555555555555"))
                .body("versions[0].rulings[0].on", equalTo("2008-09-22"));
        write(id, found.header("ETag"), SECOND, "2008-09-23").then().statusCode(200)
                .body("versions.text", contains(SECOND, FIRST)).body("versions[0].rulings", empty())
                .body("versions[1].rulings.decision", contains("refused"));
        desk.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").then().body("sentence",
                hasItem("Le rapport pour la commission est rédigé (version 2)."));
    }

    @Test
    void itStandsNowhereElse() {
        String id = desk.submitted(Desk.form());
        write(id, "\"0\"", FIRST, "2008-07-02").then().statusCode(200);
        write(id, "\"1\"", SECOND, "2008-07-02").then().statusCode(200);
        for (String table : List.of("audit_entry", "idempotency", "outbox", "timeline_entry", "request")) {
            String rows = db.rows("select cast(t as text) from " + table + " t where cast(t as text) like '%7041%'")
                    .toString();
            assertFalse(rows.contains("70417") || rows.contains("70418"), table);
        }
        assertEquals(2, db.number("select count(*) from audit_entry where subject = ?"
                + " and act = 'commission-report-written' and detail like '%\"version\"%'", id));
    }

    @Test
    void aTextHasItsBounds() {
        String id = desk.submitted(Desk.form());
        write(id, "\"0\"", " ", "2008-07-02").then().statusCode(422).body("errors.pointer", hasItem("/text"));
        write(id, "\"0\"", "a".repeat(6_001), "2008-07-02").then().statusCode(422).body("errors.pointer",
                hasItem("/text"));
        write(id, "\"1\"", FIRST, "2008-07-02").then().statusCode(412);
        desk.request().body(Map.of("text", FIRST)).put(address(id)).then().statusCode(428);
        desk.act(id, "withdrawal", Map.of("reason", "applicant", "effectiveOn", "2008-07-02")).then().statusCode(200);
        write(id, "\"0\"", FIRST, "2008-07-02").then().statusCode(409).body("code", equalTo("dossier-stage"));
    }

    private Response write(String id, String version, String text, String on) {
        return desk.request().header("If-Match", version).body(Map.of("text", text, "effectiveOn", on))
                .put(address(id));
    }

    private static Response read(String token, String id) {
        return given().auth().oauth2(token).get(address(id));
    }

    private static String address(String id) {
        return "/dossiers/" + id + "/commission-report";
    }
}
