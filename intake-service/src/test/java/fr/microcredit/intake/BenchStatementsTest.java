package fr.microcredit.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Workspace;

/** What the benchmark sends beside a command and a read is what this service's database takes and answers. */
@OnTestPlatform
class BenchStatementsTest {
    private final Database db = TestPlatform.running().db();

    @ParameterizedTest
    @ValueSource(strings = {"open-dossier.sql", "read-dossier.sql"})
    void theyAreTakenFromTheServicesOwnRole(String file) throws IOException {
        run(file, UUID.randomUUID().toString());
    }

    @Test
    void theyDoWhatTheCommandDoes() throws IOException {
        String key = UUID.randomUUID().toString();
        run("open-dossier.sql", key);
        for (String table : new String[]{"request", "idempotency", "outbox_sequence"}) {
            assertEquals(1, db.number("select count(*) from " + table + " where key = ?", key), table);
        }
        assertEquals(1, db.number("select count(*) from applicant where dossier_id::text = ?", key));
        assertEquals(1, db.number("select count(*) from audit_entry where subject = ?", key));
        given().auth().oauth2(TestTokens.office("ccas-dijon", Roles.OFFICE_AGENT)).get("/dossiers/" + key).then()
                .statusCode(200).body("stage", equalTo("draft"));
    }

    private void run(String file, String key) throws IOException {
        String statements = Files.readString(Workspace.root().resolve("deploy/bench/src/main/resources/" + file));
        db.script("begin; set local role intake_app; " + statements.replace("$key", "'" + key + "'") + " commit");
    }
}
