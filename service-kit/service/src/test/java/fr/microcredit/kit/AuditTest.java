package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

@OnTestPlatform
class AuditTest {
    private static final String AUDITOR = TestTokens.region(Roles.AUDITOR);
    private String tenant;

    @BeforeEach
    void fiveActs() {
        tenant = "ccas-audit-" + System.nanoTime();
        for (int act = 0; act < 5; act++) {
            add("act").statusCode(201);
        }
        assertBroken(0);
    }

    @Test
    void aChangedEntryShows() {
        db().execute("update audit_entry set actor = 'somebody else' where tenant = ? and number = 3", tenant);
        assertBroken(3);
    }

    @Test
    void aRemovedEntryShows() {
        db().execute("delete from audit_entry where tenant = ? and number = 2", tenant);
        assertBroken(2);
    }

    @Test
    void aCutTailShows() {
        db().execute("delete from audit_entry where tenant = ? and number = 5", tenant);
        assertBroken(5);
    }

    @Test
    void swappedEntriesShow() {
        db().execute("update audit_entry set number = 99 where tenant = ? and number = 3", tenant);
        db().execute("update audit_entry set number = 3 where tenant = ? and number = 4", tenant);
        db().execute("update audit_entry set number = 4 where tenant = ? and number = 99", tenant);
        assertBroken(3);
    }

    @Test
    void theServicesOwnRoleCanOnlyAppend() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + TestPlatform.running().postgres().port() + "/kittest";
        try (Connection service = DriverManager.getConnection(url, "kittest_app", "component-test")) {
            Assertions.assertThrows(SQLException.class,
                    () -> service.createStatement().executeUpdate("update audit_entry set actor = 'x'"));
            Assertions.assertThrows(SQLException.class,
                    () -> service.createStatement().executeUpdate("delete from audit_entry"));
        }
    }

    @Test
    void onlyAuditorsLook() {
        assertEquals(403, given().auth().oauth2(TestTokens.office(tenant, Roles.OFFICE_AGENT))
                .get("/operations/audit/" + tenant + "/entries").statusCode());
    }

    @Test
    void noActIsWithoutItsEntry() {
        List<String> made = db().rows("select key from note where tenant = ? order by key", tenant);
        given().auth().oauth2(AUDITOR).get("/operations/audit/" + tenant + "/entries").then().statusCode(200)
                .body("number", equalTo(List.of(1, 2, 3, 4, 5))).body("act", everyItem(equalTo("noted")))
                .body("actor", everyItem(equalTo("test-office-agent")))
                .body("client", everyItem(equalTo("test-client")))
                .body("subject", containsInAnyOrder(made.toArray()));
        change(made.get(0), "another text").statusCode(200).header("ETag", "\"1\"");
        assertEquals(List.of("note-changed|" + made.get(0)),
                db().rows("select act, subject from audit_entry where tenant = ? and number = 6", tenant));
    }

    @Test
    void anActThatChangesNothingAndOneThatIsRefusedLeaveNone() {
        String note = db().rows("select key from note where tenant = ? order by key", tenant).get(0);
        change(note, "act").statusCode(200).header("ETag", "\"0\"");
        change(note, "").statusCode(422);
        add("refuse").statusCode(409);
        assertEquals(5, db().number("select count(*) from audit_entry where tenant = ?", tenant));
        assertEquals(1, db().number("select last from outbox_sequence where key = ?", note));
    }

    private ValidatableResponse change(String note, String text) {
        return request().header("If-Match", "\"0\"").body(Map.of("text", text, "amountCents", 1)).put("/notes/" + note)
                .then();
    }

    private ValidatableResponse add(String text) {
        return request().body(Map.of("text", text, "amountCents", 1)).post("/notes").then();
    }

    private RequestSpecification request() {
        return given().auth().oauth2(TestTokens.office(tenant, Roles.OFFICE_AGENT)).contentType("application/json")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString());
    }

    private void assertBroken(int number) {
        given().auth().oauth2(AUDITOR).get("/operations/audit/" + tenant + "/verification").then().statusCode(200)
                .body("broken", equalTo(number));
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
