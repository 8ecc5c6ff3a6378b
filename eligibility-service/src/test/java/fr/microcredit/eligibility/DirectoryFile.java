package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

/** The directory's editors at work, for tests. */
final class DirectoryFile {
    static final String FIRST = TestTokens.regionPerson("directory-one", Roles.SCHEME_EDITOR);
    static final String SECOND = TestTokens.regionPerson("directory-two", Roles.SCHEME_EDITOR);

    private DirectoryFile() {
    }

    /** @param to null for an open end */
    static Map<String, Object> entry(String id, String version, String from, String to) {
        Map<String, Object> entry = new HashMap<>(
                Map.of("id", id, "version", version, "from", from, "source", "Essai"));
        if (to != null) {
            entry.put("to", to);
        }
        return entry;
    }

    /** A bank's convention that states nothing but what it must. */
    static Map<String, Object> convention(Map<String, Object> entry, String bankId, String schemeId) {
        entry.put("convention", new HashMap<>(Map.of("bankId", bankId, "schemeId", schemeId, "loanWithoutGuarantee",
                true, "loanWithoutSubsidy", true, "reporting", List.of())));
        return entry;
    }

    static Response draft(String token, Map<String, Object> entry) {
        return as(token).body(entry).post("/directory-drafts");
    }

    static Response publish(String token, Map<String, Object> entry, String sha256) {
        return as(token).body(Map.of("sha256", sha256))
                .post("/directory-drafts/" + entry.get("id") + "/" + entry.get("version") + "/publication");
    }

    /** By two persons. */
    static void published(Map<String, Object> entry) {
        String sha = draft(FIRST, entry).then().statusCode(201).extract().path("sha256");
        publish(SECOND, entry, sha).then().statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
