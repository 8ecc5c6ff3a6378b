package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * Every act on an assessment, a draft and a proposed value wherever it stands, over HTTP: what is not possible is refused and
 * told what is, and changes nothing. That what is possible is accepted so shows {@code AssessmentActsTest}, and the journeys.
 */
@OnTestPlatform
class ActsByStageTest {
    private static final String MANAGER = TestTokens.office("ccas-dijon", Roles.OFFICE_MANAGER);
    private static final String EDITOR = TestTokens.regionPerson("editor-one", Roles.SCHEME_EDITOR);
    private static final String SECOND = TestTokens.regionPerson("editor-two", Roles.SCHEME_EDITOR);
    private static final Map<String, Map<String, Object>> ACTS = new TreeMap<>(Map.of(
            "judgements", Map.of("rule", "professional-inclusion", "judgement", "pass", "grounds", "Essai"),
            "overrides", Map.of("rule", "term", "reason", "Essai"), "confirmation", Map.of()));

    private final String id = UUID.randomUUID().toString();
    private final String scheme = "essai-" + id.substring(0, 8);

    @ParameterizedTest
    @CsvSource({"eligible, -", "needs-human, judgements", "ineligible, confirmation",
            "set-aside, judgements overrides confirmation", "confirmed, -"})
    void whatIsNotPossibleWithAnAssessmentIsRefusedWithWhatIs(String stage, String acts) {
        List<String> possible = acts.equals("-") ? List.of() : List.of(acts.split(" "));
        reach(stage);
        Response before = read();
        for (String act : ACTS.keySet()) {
            if (stage.equals("confirmed") && act.equals("confirmation")) {
                send(act, UUID.randomUUID().toString()).then().statusCode(200);
            } else if (!possible.contains(act) || isOfAnotherRule(stage, act)) {
                String key = UUID.randomUUID().toString();
                refused(send(act, key), possible);
                refused(send(act, key), possible);
            }
        }
        assertEquals(before.asString(), read().asString(), "nothing has changed");
        assertEquals(before.header("ETag"), read().header("ETag"));
    }

    /** What waits for a judgement there is another rule than the one that is named. */
    private static boolean isOfAnotherRule(String stage, String act) {
        return stage.equals("set-aside") && act.equals("judgements");
    }

    private static void refused(Response answer, List<String> possible) {
        assertEquals(409, answer.statusCode(), answer::asString);
        assertEquals(possible, answer.jsonPath().getList("possible"), answer::asString);
    }

    private void reach(String stage) {
        Map<String, Object> asked = new HashMap<>();
        Map<String, Object> figures = new HashMap<>();
        switch (stage) {
            case "needs-human" -> asked.put("purpose", "vehicle");
            case "ineligible", "confirmed" -> asked.put("purpose", "holiday");
            case "set-aside" -> {
                SchemeFile.of(scheme, "34172").stated("decision/override", "{\"rules\": [\"term\"]}").publish();
                figures.put("commune", "34172");
                asked.putAll(Map.of("schemeId", scheme, "termMonths", 61, "effectiveOn",
                        LocalDate.now(BusinessCalendar.ZONE).toString()));
            }
            default -> {
            }
        }
        Topics.publish(new History(id, Map.of("officeId", "ccas-dijon", "personId", UUID.randomUUID().toString()))
                .then("dossier.opened", "one", Map.of()).then("dossier.submitted", "washing-machine", asked)
                .then("situation.declared", "lone-parent", figures).events());
        Topics.awaitOne("microcredit.eligibility", id, "fr.microcredit.eligibility.assessed");
        if (stage.equals("confirmed")) {
            send("confirmation", UUID.randomUUID().toString()).then().statusCode(200);
        }
        read().then().body("verdict", equalTo(
                List.of("set-aside", "confirmed").contains(stage) ? "ineligible" : stage));
    }

    private Response read() {
        return given().auth().oauth2(MANAGER).get("/assessments/" + id);
    }

    private Response send(String act, String key) {
        return as(MANAGER, key).header("If-Match", read().header("ETag")).body(ACTS.get(act))
                .post("/assessments/" + id + "/" + act);
    }

    /** Whoever has put it up may put up another; whoever has read it may publish it; nobody changes what is published. */
    @Test
    void whatIsNotPossibleWithASchemeIsRefusedWithWhatIs() {
        SchemeFile file = SchemeFile.of(scheme, "29019");
        String sha = as(EDITOR).body(file.text()).post("/scheme-drafts").then().statusCode(201).extract()
                .path("sha256");
        refused(publishScheme(EDITOR, sha), List.of("scheme-drafts"));
        as(EDITOR).body(file.text()).post("/scheme-drafts").then().statusCode(201);
        publishScheme(SECOND, sha).then().statusCode(200);
        refused(as(SECOND).body(file.text()).post("/scheme-drafts"), List.of());
        publishScheme(SECOND, sha).then().statusCode(200);
    }

    private Response publishScheme(String editor, String sha) {
        return as(editor).body(SchemeFile.publication(sha))
                .post("/scheme-drafts/" + scheme + "/" + scheme + "-1/publication");
    }

    @Test
    void whatIsNotPossibleWithAnEntryIsRefusedWithWhatIs() {
        SchemeFile.of(scheme, "37261").publish();
        Map<String, Object> entry = DirectoryFile.convention(
                DirectoryFile.entry(scheme + "--cm-dijon", "1", "2031-01-01", null), "cm-dijon", scheme);
        String sha = DirectoryFile.draft(DirectoryFile.FIRST, entry).then().statusCode(201).extract().path("sha256");
        refused(DirectoryFile.publish(DirectoryFile.FIRST, entry, sha), List.of("directory-drafts"));
        DirectoryFile.draft(DirectoryFile.FIRST, entry).then().statusCode(201);
        DirectoryFile.publish(DirectoryFile.SECOND, entry, sha).then().statusCode(200);
        refused(DirectoryFile.draft(DirectoryFile.SECOND, entry), List.of());
        DirectoryFile.publish(DirectoryFile.SECOND, entry, sha).then().statusCode(200);
    }

    @Test
    void whatIsNotPossibleWithAProposedValueIsRefusedWithWhatIs() {
        Map<String, Object> value = Map.of("name", "smic-gross-hourly", "from", "2033-01-01", "value", "13.05",
                "source", "Essai", "knownFrom", "2026-01-15");
        String one = propose(value);
        String other = propose(value);
        refused(confirm(EDITOR, one), List.of());
        confirm(SECOND, one).then().statusCode(200);
        confirm(EDITOR, one).then().statusCode(200);
        refused(confirm(SECOND, other), List.of());
    }

    private static String propose(Map<String, Object> value) {
        return as(EDITOR).body(value).post("/parameters").then().statusCode(201).extract().header("Location");
    }

    private static Response confirm(String editor, String place) {
        return as(editor).header("If-Match", given().auth().oauth2(SECOND).get(place).header("ETag"))
                .post(place + "/confirmation");
    }

    private static RequestSpecification as(String token) {
        return as(token, UUID.randomUUID().toString());
    }

    private static RequestSpecification as(String token, String key) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key", key);
    }
}
