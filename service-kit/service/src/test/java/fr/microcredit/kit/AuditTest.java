package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
            given().auth().oauth2(TestTokens.office(tenant, Roles.OFFICE_AGENT)).contentType("application/json")
                    .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                    .body(Map.of("text", "act", "amountCents", 1)).post("/notes").then().statusCode(201);
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

    private void assertBroken(int number) {
        given().auth().oauth2(AUDITOR).get("/operations/audit/" + tenant + "/verification").then().statusCode(200)
                .body("broken", equalTo(number));
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
