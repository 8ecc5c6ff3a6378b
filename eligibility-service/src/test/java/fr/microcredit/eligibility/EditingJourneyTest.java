package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** A scheme file goes up, is looked at, and a second person publishes it. */
@OnTestPlatform
class EditingJourneyTest {
    private static final String EDITOR = TestTokens.regionPerson("editor-one", Roles.SCHEME_EDITOR);
    private static final String SECOND = TestTokens.regionPerson("editor-two", Roles.SCHEME_EDITOR);
    private static final String AGENT = TestTokens.office("ccas-besancon", Roles.OFFICE_AGENT);

    private final String scheme = "essai-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aNewTerritoryGoesLiveByAFileAndTwoPersons() {
        simulate("25056").then().statusCode(200).body("schemes.schemeId", equalTo(List.of("national")));
        String sha = upload(SchemeFile.of(scheme, "25056")).then().statusCode(201)
                .header("Location", "/scheme-drafts/" + scheme + "/" + scheme + "-1").body("blockingRules.size()",
                        equalTo(0))
                .extract().path("sha256");
        review().then().statusCode(200).body("changes.size()", equalTo(33)).body("trial.tried", equalTo(0));
        publish(EDITOR, sha).then().statusCode(409).body("code", equalTo("second-person-needed"));
        publish(SECOND, "0".repeat(64)).then().statusCode(412);
        publish(SECOND, sha).then().statusCode(200);
        publish(SECOND, sha).then().statusCode(200);

        String key = scheme + "/" + scheme + "-1";
        Topics.awaitOne("microcredit.scheme", key, "fr.microcredit.scheme.published");
        assertEquals(1, Topics.read("microcredit.scheme").stream().filter(each -> each.key().equals(key)).count());
        simulate("25056").then().statusCode(200).body("schemes.schemeId", equalTo(List.of(scheme, "national")));
        given().auth().oauth2(AGENT).get("/schemes/" + scheme + "/versions/" + scheme + "-1").then().statusCode(200)
                .body("sha256", equalTo(sha)).body("file.schemeId", equalTo(scheme));
        assertEquals(1, audited("scheme-uploaded"));
        assertEquals(1, audited("scheme-published"));
    }

    @Test
    void whatAnUploadAnswersIsWhatIsDescribed() {
        Map<String, Object> told = upload(SchemeFile.of(scheme, "25056")).then().statusCode(201).extract().jsonPath()
                .getMap("");
        JsonPath api = given().auth().oauth2(TestTokens.region(Roles.OPERATOR)).queryParam("format", "json")
                .get("/q/openapi").jsonPath();
        String view = api.getString(
                "paths.'/scheme-drafts'.post.responses.'201'.content.'application/json'.schema.$ref");
        assertEquals("#/components/schemas/SchemeView", view);
        Map<String, Object> described = api.getMap("components.schemas.SchemeView.properties");
        assertTrue(described.keySet().containsAll(told.keySet()), told.keySet() + " is no " + view);
    }

    @Test
    void anOpenRuleBlocksAndNamesItsLine() {
        SchemeFile file = SchemeFile.of(scheme, "35238").open("loan/bankRate");
        String sha = upload(file).then().statusCode(201).body("blockingRules", equalTo(List.of("loan/bankRate")))
                .extract().path("sha256");
        publish(SECOND, sha).then().statusCode(422).body("code", equalTo("scheme-not-sound"))
                .body("errors.code", equalTo(List.of("rule-open")))
                .body("errors[0].pointer", equalTo("/loan/bankRate"))
                .body("errors[0].line", equalTo(SchemeFile.lineOf(file.text(), "\"bankRate\"")));
        given().auth().oauth2(EDITOR).get("/scheme-drafts").then().statusCode(200)
                .body("find { it.schemeId == '" + scheme + "' }.blockingRules", hasItem("loan/bankRate"))
                .body("findAll { it.schemeId == 'national' }.version", hasItems("national-2017", "national-2022"));
        simulate("35238").then().body("schemes.schemeId", equalTo(List.of("national")));
    }

    @Test
    void wrongContentIsRefusedWithLineAndRuleAndNothingIsKept() {
        SchemeFile file = SchemeFile.of(scheme, "13055").stated("loan/minAmountCents", "400000")
                .stated("support/guarantees", "[{\"guarantor\": \"fcs\", \"share\": \"1.0\"}]");
        upload(file).then().statusCode(422).body("code", equalTo("scheme-not-sound"))
                .body("errors.code", hasItems("below-its-minimum", "shares-leave-the-bank-nothing"))
                .body("errors.line", everyItem(greaterThan(1)))
                .body("errors.pointer", hasItems("/loan/maxAmountCents/value", "/support/guarantees/value"));
        String typing = SchemeFile.of(scheme, "13055").text().replace("\"feesCents\"", "\"feeCents\"");
        send(EDITOR, typing).then().statusCode(422).body("errors.code", hasItems("unknown-key", "key-missing"))
                .body("errors.find { it.code == 'unknown-key' }.line",
                        equalTo(SchemeFile.lineOf(typing, "\"feeCents\"")))
                .body("errors.find { it.code == 'unknown-key' }.detail", containsString("feeCents"));
        send(EDITOR, "{").then().statusCode(422).body("errors.code", hasItem("not-json"));
        upload(SchemeFile.of(scheme, "21999")).then().statusCode(422).body("errors.code", hasItem("unknown-commune"));
        given().auth().oauth2(EDITOR).get("/scheme-drafts").then().body("schemeId", not(hasItem(scheme)));
    }

    @Test
    void twoSchemesNeverClaimOneCommuneNotEvenAtOneMoment() {
        upload(SchemeFile.of(scheme, "21231")).then().statusCode(422).body("errors.code", hasItem("commune-claimed"))
                .body("errors[0].pointer", equalTo("/territory/codes"));
        String rival = scheme + "-b";
        String one = upload(SchemeFile.of(scheme, "44109")).then().statusCode(201).extract().path("sha256");
        String other = upload(SchemeFile.of(rival, "44109")).then().statusCode(201).extract().path("sha256");
        CompletableFuture<Integer> first = CompletableFuture
                .supplyAsync(() -> publish(SECOND, scheme, one).statusCode());
        CompletableFuture<Integer> second = CompletableFuture
                .supplyAsync(() -> publish(SECOND, rival, other).statusCode());
        assertEquals(List.of(200, 422), java.util.stream.Stream.of(first.join(), second.join()).sorted().toList());
    }

    @Test
    void aPublishedVersionNeverChanges() {
        String sha = upload(SchemeFile.of(scheme, "67482")).then().statusCode(201).extract().path("sha256");
        publish(SECOND, sha).then().statusCode(200);
        upload(SchemeFile.of(scheme, "67482").with("/version", "\"another\"")).then().statusCode(422)
                .body("errors.code", hasItem("overlaps-version"));
        upload(SchemeFile.of(scheme, "67482").stated("loan/maxAmountCents", "200000")).then().statusCode(409);
        upload(SchemeFile.of(scheme, "67482").with("/validFrom", "\"2031-01-01\"")).then().statusCode(409)
                .body("code", equalTo("scheme-version-published"));
        Database db = TestPlatform.running().db();
        assertThrows(IllegalStateException.class,
                () -> db.execute("update scheme_version set document = '{}' where scheme_id = ?", scheme));
        assertThrows(IllegalStateException.class,
                () -> db.execute("delete from scheme_version where scheme_id = ?", scheme));
    }

    @Test
    void aSuccessorIsComparedRuleByRuleAndTriedOnPastRequests() {
        String dossier = UUID.randomUUID().toString();
        Topics.publish(new History(dossier, Map.of("officeId", "ccas-besancon"))
                .then("dossier.opened", "one", Map.of())
                .then("dossier.submitted", "washing-machine", Map.of())
                .then("situation.declared", "lone-parent", Map.of()).events());
        Topics.awaitOne("microcredit.eligibility", dossier, "fr.microcredit.eligibility.assessed");
        SchemeFile tighter = SchemeFile.of("dijon", "21231").with("/version", "\"" + scheme + "\"")
                .with("/validFrom", "\"2040-01-01\"").stated("loan/maxAmountCents", "30000");
        upload(tighter).then().statusCode(201);
        Response review = given().auth().oauth2(SECOND).get("/scheme-drafts/dijon/" + scheme);
        review.then().statusCode(200).body("runningVersion", equalTo("dijon-demonstration-1"))
                .body("changes.rule", equalTo(List.of("loan/maxAmountCents")))
                .body("changes[0].before.value", equalTo(300_000)).body("changes[0].after.value", equalTo(30_000));
        int tried = review.path("trial.tried");
        Map<String, Integer> changes = review.path("trial.changes");
        assertTrue(tried >= 1 && changes.getOrDefault("eligible>ineligible", 0) >= 1, changes.toString());
        assertTrue(changes.values().stream().mapToInt(each -> each).sum() <= tried, changes.toString());
    }

    @Test
    void onlyEditorsWrite() {
        String file = SchemeFile.of(scheme, "59350").text();
        send(AGENT, file).then().statusCode(403);
        send(TestTokens.region(Roles.AUDITOR), file).then().statusCode(403);
        given().contentType("application/json").body(file).post("/scheme-drafts").then().statusCode(401);
        given().auth().oauth2(TestTokens.region(Roles.AUDITOR)).get("/scheme-drafts").then().statusCode(200);
        given().auth().oauth2(AGENT).get("/scheme-drafts").then().statusCode(403);
    }

    @Test
    void anUploadWithAKeyIsOneUpload() {
        String file = SchemeFile.of(scheme, "59350").text();
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            given().auth().oauth2(EDITOR).header("Idempotency-Key", key).contentType("application/json").body(file)
                    .post("/scheme-drafts").then().statusCode(201);
        }
        assertEquals(1, audited("scheme-uploaded"));
    }

    @Test
    void aNationalValueIsTwoPersonsWork() {
        Map<String, Object> value = Map.of("name", "smic-gross-hourly", "from", "2031-01-01", "value", "13.05",
                "source", "Décret d'essai " + scheme, "knownFrom", "2026-01-15");
        Response proposed = propose(EDITOR, value);
        proposed.then().statusCode(201).body("status", equalTo("proposed")).body("value.unit", equalTo("euros"));
        String place = proposed.header("Location");
        parameters().body("findAll { it.from == '2031-01-01' }.value", equalTo(List.of()));
        given().auth().oauth2(SECOND).get("/parameters/proposals?status=proposed").then().statusCode(200)
                .body("items.id", hasItem(proposed.<String>path("id")));

        confirm(EDITOR, place).then().statusCode(409).body("code", equalTo("second-person-needed"));
        as(SECOND).header("If-Match", "\"7\"").post(place + "/confirmation").then().statusCode(412);
        confirm(AGENT, place).then().statusCode(403);
        confirm(SECOND, place).then().statusCode(200).body("status", equalTo("confirmed"));
        parameters().body("findAll { it.from == '2031-01-01' }.value", equalTo(List.of("13.05")));
        propose(EDITOR, value).then().statusCode(409).body("code", equalTo("parameter-value-exists"));
        assertThrows(IllegalStateException.class, () -> TestPlatform.running().db()
                .execute("set role eligibility_app; update parameter_value set value = 0"));
    }

    @Test
    void aWrongNationalValueIsNamed() {
        Map<String, Object> value = Map.of("name", "smic-gross-hourly", "from", "2031-01-01", "value", "13.05",
                "source", "x");
        propose(AGENT, value).then().statusCode(403);
        propose(EDITOR, Map.of("name", "smic-brut", "from", "2031-01-01", "value", "1", "source", "x")).then()
                .statusCode(400).body("errors.pointer", hasItem("/name"));
        propose(EDITOR, Map.of("name", "rsa-monthly", "from", "2031-01-01", "value", "-1", "source", "x")).then()
                .statusCode(422).body("errors.pointer", hasItem("/value"));
        propose(EDITOR, Map.of("name", "rsa-monthly", "from", "2031-01-01", "to", "2030-12-31", "value", "1",
                "source", "x")).then().statusCode(422).body("errors.code", hasItem("ends-before-it-begins"));
    }

    private static ValidatableResponse parameters() {
        return given().auth().oauth2(AGENT).get("/parameters").then().statusCode(200);
    }

    private static Response propose(String token, Map<String, Object> value) {
        return as(token).body(value).post("/parameters");
    }

    private static Response confirm(String token, String place) {
        String read = given().auth().oauth2(SECOND).get(place).header("ETag");
        return as(token).header("If-Match", read).post(place + "/confirmation");
    }

    private static Response upload(SchemeFile file) {
        return send(EDITOR, file.text());
    }

    private static Response send(String token, String file) {
        return as(token).body(file).post("/scheme-drafts");
    }

    private Response review() {
        return given().auth().oauth2(SECOND).get("/scheme-drafts/" + scheme + "/" + scheme + "-1");
    }

    private Response publish(String token, String sha) {
        return publish(token, scheme, sha);
    }

    private static Response publish(String token, String schemeId, String sha) {
        return as(token).body(SchemeFile.publication(sha))
                .post("/scheme-drafts/" + schemeId + "/" + schemeId + "-1/publication");
    }

    private static Response simulate(String commune) {
        return as(AGENT).body(Simulations.question(
                Map.of("commune", commune, "on", "2026-11-30", "knownOn", "2026-11-30"))).post("/simulations");
    }

    private long audited(String act) {
        return TestPlatform.running().db().number("select count(*) from audit_entry where subject = ? and act = ?",
                scheme + "/" + scheme + "-1", act);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
