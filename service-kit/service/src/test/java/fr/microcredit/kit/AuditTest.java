package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private String note;

    /** Five acts on one note, whose entries are one chain. */
    @BeforeEach
    void fiveActs() {
        tenant = "ccas-audit-" + System.nanoTime();
        add("act").statusCode(201);
        note = db().rows("select key from note where tenant = ?", tenant).get(0);
        for (int act = 0; act < 4; act++) {
            change(note, act, "act " + act).statusCode(200);
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
    void anEntryMovedToAnotherChainShows() {
        db().execute("update audit_entry set chain = mod(chain + 1, 64) where tenant = ?", tenant);
        db().execute("update audit_head set chain = mod(chain + 1, 64) where tenant = ?", tenant);
        assertBroken(1);
    }

    /** Sixty dossiers of one office are not sixty acts one behind the other. */
    @Test
    void actsOnDifferentSubjectsStandInDifferentChains() {
        for (int act = 0; act < 20; act++) {
            add("act").statusCode(201);
        }
        assertTrue(db().number("select count(distinct chain) from audit_entry where tenant = ?", tenant) > 5);
        assertEquals(0,
                db().number("""
                            select count(*) from audit_entry where subject in (
                              select subject from audit_entry group by subject having count(distinct chain) > 1)"""));
        assertBroken(0);
    }

    @Test
    void noActIsWithoutItsEntry() {
        given().auth().oauth2(AUDITOR).get("/operations/audit/" + tenant + "/entries").then().statusCode(200)
                .body("number", equalTo(List.of(1, 2, 3, 4, 5)))
                .body("act", equalTo(List.of("noted", "note-changed", "note-changed", "note-changed", "note-changed")))
                .body("actor", everyItem(equalTo("test-office-agent")))
                .body("client", everyItem(equalTo("test-client"))).body("subject", everyItem(equalTo(note)));
    }

    @Test
    void anActThatChangesNothingAndOneThatIsRefusedLeaveNone() {
        change(note, 4, "act 3").statusCode(200).header("ETag", "\"4\"");
        change(note, 4, "").statusCode(422);
        add("refuse").statusCode(409);
        assertEquals(5, db().number("select count(*) from audit_entry where tenant = ?", tenant));
        assertEquals(5, db().number("select last from outbox_sequence where key = ?", note));
    }

    private ValidatableResponse change(String note, int version, String text) {
        return request().header("If-Match", "\"" + version + "\"").body(Map.of("text", text, "amountCents", 1))
                .put("/notes/" + note)
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
