package fr.microcredit.intake;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** An office at work, for tests. */
final class Desk {
    static final String OFFICE = "ccas-dijon";
    /** Takes files until 2008-09-20. */
    static final String GONE = "bank-until-autumn";
    /** Lends in the department 51 and in one commune of the 21, not in Dijon. */
    static final String ELSEWHERE = "bank-elsewhere";
    /** Lends everywhere, until a test says otherwise. */
    static final String SHRINKING = "bank-that-shrinks";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static boolean schemeKnown;

    private final String token;

    Desk(String office) {
        this.token = TestTokens.office(office, Roles.OFFICE_AGENT);
    }

    /** Of one agent of an office, whom the identity provider calls so. */
    Desk(String office, String subject, String name) {
        this(office, subject, name, Roles.OFFICE_AGENT);
    }

    Desk(String office, String subject, String name, String role) {
        this.token = TestTokens.officeNamed(office, subject, name, role);
    }

    static Desk ofDijon() {
        return new Desk(OFFICE);
    }

    /** The scheme under which the tests file, published as eligibility-service would. */
    static synchronized void publishScheme() {
        if (!schemeKnown) {
            Topics.publish(History.event("scheme.published", "dijon", "dijon/dijon-2008-07-01", 1,
                    Map.of("banks",
                            List.of(bank("cm-dijon", null), bank("ce-bourgogne", null), bank("bank-that-leaves", null),
                                    bank("bank-that-left", "2008-06-30"), bank(GONE, null), bank(ELSEWHERE, null),
                                    bank(SHRINKING, null)))));
            Await.until(LIMIT, () -> "the scheme is known", () -> ofDijon().request().get("/schemes").jsonPath()
                    .getList("schemeId").contains("dijon"));
            for (String bankId : List.of("cm-dijon", "ce-bourgogne", "bank-that-leaves")) {
                agree("dijon--" + bankId + "/1", bankId, Map.of());
            }
            for (String bankId : List.of(ELSEWHERE, SHRINKING)) {
                agree("dijon--" + bankId + "/1", bankId, Map.of());
            }
            lend(ELSEWHERE, "1", List.of("51", "21054"));
            lend(SHRINKING, "1", List.of());
            agree("dijon--" + GONE + "/1", GONE, Map.of("to", "2008-09-20"));
            agree("dijon--bank-that-left/1", "bank-that-left", Map.of("to", "2008-06-30"));
            schemeKnown = true;
        }
    }

    /** A version of a bank's entry, published as eligibility-service would. */
    static void lend(String bankId, String version, List<String> territories) {
        Topics.publish(History.event("directory.bank-published", "dijon", bankId + "/" + version, 1,
                Map.of("id", bankId, "version", version, "territories", territories)));
        Await.until(LIMIT, () -> bankId + "/" + version + " is known", () -> ofDijon().request().get("/schemes")
                .jsonPath().getList("lenders.flatten().findAll { it.bankId == '" + bankId + "' }.version")
                .contains(version));
    }

    /** A version of a bank's convention, published as eligibility-service would. */
    static void agree(String key, String bankId, Map<String, Object> more) {
        String[] name = key.split("/");
        Map<String, Object> convention = new HashMap<>(more);
        convention.putAll(Map.of("id", name[0], "version", name[1]));
        TestEvent told = History.event("directory.convention-published", "dijon", key, 1, convention);
        ((ObjectNode) told.data()).put("bankId", bankId);
        Topics.publish(told);
        Await.until(LIMIT, () -> key + " is known", () -> ofDijon().request().get("/schemes").jsonPath()
                .getList("conventions.flatten().findAll { it.id == '" + name[0] + "' }.version").contains(name[1]));
    }

    private static Map<String, Object> bank(String id, String to) {
        Map<String, Object> bank = new HashMap<>(Map.of("bankId", id, "name", id, "from", "2007-09-01"));
        if (to != null) {
            bank.put("to", to);
        }
        return bank;
    }

    RequestSpecification request() {
        return request(UUID.randomUUID().toString());
    }

    RequestSpecification request(String idempotencyKey) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key", idempotencyKey);
    }

    Response open(Map<String, Object> form) {
        return request().body(form).post("/dossiers");
    }

    /** A dossier handed in; gives its identifier. */
    String submitted(Map<String, Object> form) {
        publishScheme();
        Response opened = open(form).then().statusCode(201).extract().response();
        act(opened.path("dossierId"), "submission", Map.of("effectiveOn", "2008-07-01")).then().statusCode(200);
        return opened.path("dossierId");
    }

    /** The dossiers found; what is looked for stands in the body. */
    List<String> found(Map<String, Object> wanted) {
        return search(wanted).then().statusCode(200).extract().jsonPath().getList("items.dossierId", String.class);
    }

    Response search(Map<String, Object> wanted) {
        return request().body(wanted).post("/dossiers/search");
    }

    Response act(String id, String act, Map<String, Object> body) {
        String etag = request().get("/dossiers/" + id).header("ETag");
        return request().header("If-Match", etag).body(body).post("/dossiers/" + id + "/" + act);
    }

    String stage(String id) {
        return request().get("/dossiers/" + id).path("stage");
    }

    void awaitStage(String id, String stage) {
        Await.until(LIMIT, () -> "stage " + stage + ", found " + stage(id), () -> stage.equals(stage(id)));
    }

    void awaitMissing(String id, int items) {
        Await.until(LIMIT, () -> items + " items are missing",
                () -> request().get("/dossiers/" + id).jsonPath().getList("missing").size() == items);
    }

    List<String> timeline(String id) {
        return request().get("/dossiers/" + id + "/timeline").jsonPath().getList("type", String.class);
    }

    /** A complete form; every person has a name of its own unless the test gives one. */
    static Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>();
        form.put("applicant", applicant("Exemple-" + UUID.randomUUID()));
        form.put("household", Map.of("commune", "21231", "adults", 1, "childBirthDates", List.of("2002-03-01")));
        form.put("budget",
                Map.of("resources", List.of(Map.of("kind", "wages", "monthlyCents", 110_000)), "charges",
                        List.of(Map.of("kind", "housing", "monthlyCents", 56_000)), "loans", new ArrayList<>(),
                        "overIndebted", false));
        form.put("request", request("dijon", "cm-dijon", 150_000, 18));
        form.put("consents", Map.of("transmission", "2008-07-01"));
        form.put("effectiveOn", "2008-07-01");
        return form;
    }

    static Map<String, Object> applicant(String familyName) {
        return Map.of("familyName", familyName, "givenNames", "Camille", "birthDate", "1980-05-04", "street",
                "1 rue des Exemples", "postalCode", "21000", "city", "Dijon");
    }

    static Map<String, Object> request(String scheme, String bank, int amountCents, int months) {
        return Map.of("schemeId", scheme, "bankId", bank, "purpose", "household-appliance", "project",
                "Remplacer le lave-linge", "ground", "refused-ordinary-loan", "amountCents", amountCents, "termMonths",
                months);
    }
}
