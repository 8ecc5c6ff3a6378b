package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/** A version of an entry is drafted, published by a second person, and a request is frozen on it. */
@OnTestPlatform
class DirectoryJourneyTest {
    private static final String TOPIC = "microcredit.directory";
    private static final String AGENT = TestTokens.office("ccas-dijon", Roles.OFFICE_AGENT);
    /** Not in the directory, so that only the convention decides. */
    private static final String OFFICE = "ccas-essai";
    private static final LocalDate TODAY = LocalDate.now(BusinessCalendar.ZONE);

    private final String name = "essai-" + UUID.randomUUID().toString().substring(0, 8);

    /** A scheme of its own, whose text lists cm-dijon. */
    private void scheme(String commune) {
        SchemeFile.of(name, commune).publish();
    }

    private Map<String, Object> convention(String version, String from, String to) {
        return DirectoryFile.convention(DirectoryFile.entry(name + "--cm-dijon", version, from, to), "cm-dijon", name);
    }

    private static ValidatableResponse read(String token, String id, Object on) {
        return given().auth().oauth2(token).queryParam("on", on.toString()).get("/directory/" + id).then();
    }

    @Test
    void whatIsShippedIsPublishedOnceAndReadByOfficesAndBanks() {
        for (String key : List.of("cm-dijon/1", "dijon--cm-dijon/1", "ccas-dijon/1")) {
            assertEquals(1, Topics.read(TOPIC).stream().filter(each -> each.key().equals(key)).count(), key);
        }
        for (String token : List.of(AGENT, TestTokens.bank("cm-dijon", Roles.BANK_AGENT),
                TestTokens.office("ccas-dijon", Roles.COMMISSION_PRESIDENT))) {
            read(token, "cm-dijon", "2008-01-01").statusCode(200).body("kind", equalTo("bank"))
                    .body("bank.name", equalTo("Crédit municipal de Dijon"));
            read(token, "cm-dijon", "2007-08-31").statusCode(404);
        }
        given().auth().oauth2(AGENT).queryParam("kind", "convention").queryParam("on", "2008-01-01")
                .get("/directory").then().statusCode(200).body("kind.unique()", equalTo(List.of("convention")))
                .body("id", hasItems("dijon--cm-dijon", "national--banque-demonstration"))
                .body("id", not(hasItem("reims--parcours-confiance")));
    }

    @Test
    void aConventionIsTwoPersonsWorkAndEndsByALaterVersion() {
        scheme("25057");
        Map<String, Object> open = convention("1", "2007-09-01", null);
        String sha = DirectoryFile.draft(DirectoryFile.FIRST, open).then().statusCode(201)
                .header("Location", "/directory-drafts/" + name + "--cm-dijon/1").extract().path("sha256");
        read(AGENT, name + "--cm-dijon", TODAY).statusCode(404);
        DirectoryFile.publish(DirectoryFile.FIRST, open, sha).then().statusCode(409).body("code",
                equalTo("second-person-needed"));
        DirectoryFile.publish(DirectoryFile.SECOND, open, "0".repeat(64)).then().statusCode(412);
        DirectoryFile.publish(DirectoryFile.SECOND, open, sha).then().statusCode(200).body("publishedOn",
                equalTo(TODAY.toString()));
        DirectoryFile.publish(DirectoryFile.SECOND, open, sha).then().statusCode(200);
        Topics.awaitOne(TOPIC, name + "--cm-dijon/1", "fr.microcredit.directory.convention-published");
        DirectoryFile.draft(DirectoryFile.FIRST, open).then().statusCode(409).body("code",
                equalTo("entry-version-published"));

        DirectoryFile.published(convention("2", "2007-09-01", TODAY.minusDays(1).toString()));
        read(AGENT, name + "--cm-dijon", TODAY).statusCode(200).body("to",
                equalTo(TODAY.minusDays(1).toString()));
        given().auth().oauth2(AGENT).get("/directory").then().body("id", not(hasItem(name + "--cm-dijon")));
        assertEquals(2, Topics.read(TOPIC).stream().filter(each -> each.key().startsWith(name)).count());
        Database db = TestPlatform.running().db();
        assertThrows(IllegalStateException.class, () -> db.execute(
                "update directory_entry set document = '{}' where entry_key = ?", name + "--cm-dijon/1"));
        assertEquals(1, db.number("select count(*) from audit_entry where subject = ? and act = ?",
                name + "--cm-dijon/1", "directory-entry-published"));
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        Map<String, Object> wrong = DirectoryFile.convention(
                DirectoryFile.entry(name, "1", "2008-01-01", "2007-12-31"), "nobody", "nowhere");
        DirectoryFile.draft(DirectoryFile.FIRST, wrong).then().statusCode(422).body("code",
                equalTo("invalid-request")).body("errors.pointer",
                        hasItems("/to", "/convention/bankId", "/convention/schemeId"))
                .body("errors.code", hasItems("ends-before-it-begins", "unknown-bank", "unknown-scheme"));
        DirectoryFile.draft(DirectoryFile.FIRST, DirectoryFile.entry(name, "1", "2008-01-01", null)).then()
                .statusCode(422).body("errors.code", hasItem("one-kind-of-entry"));
        Map<String, Object> body = DirectoryFile.entry(name, "1", "2008-01-01", null);
        body.put("accompanyingBody", Map.of("name", "CCAS", "type", "ccas", "territory", List.of("21999"),
                "schemeIds", List.of("national")));
        DirectoryFile.draft(DirectoryFile.FIRST, body).then().statusCode(422).body("errors.pointer",
                hasItem("/accompanyingBody/territory/0")).body("errors.code", hasItem("unknown-commune"));
        DirectoryFile.draft(AGENT, body).then().statusCode(403);
    }

    @Test
    void twoOverlappingConventionsAreNotBothPublishedNotEvenAtOneMoment() {
        scheme("25058");
        Map<String, Object> one = convention("1", "2008-01-01", null);
        Map<String, Object> other = convention("1", "2009-01-01", null);
        other.put("id", name + "--rival");
        String first = DirectoryFile.draft(DirectoryFile.FIRST, one).then().statusCode(201).extract().path("sha256");
        String second = DirectoryFile.draft(DirectoryFile.FIRST, other).then().statusCode(201).extract()
                .path("sha256");
        CompletableFuture<Integer> ours = CompletableFuture
                .supplyAsync(() -> DirectoryFile.publish(DirectoryFile.SECOND, one, first).statusCode());
        CompletableFuture<Integer> theirs = CompletableFuture
                .supplyAsync(() -> DirectoryFile.publish(DirectoryFile.SECOND, other, second).statusCode());
        assertEquals(List.of(200, 422), Stream.of(ours.join(), theirs.join()).sorted().toList());
    }

    /** The same request before the end and after it; what was asked before runs on. */
    @Test
    void aConventionThatEndedYesterdayTakesNoNewRequestAndWhatWasAskedRunsOn() {
        scheme("25059");
        assertEquals("without-convention", outcome(assessed(UUID.randomUUID().toString())));
        DirectoryFile.published(convention("1", "2007-09-01", null));
        String before = UUID.randomUUID().toString();
        JsonNode asked = assessed(before);
        assertEquals("within", outcome(asked));
        assertNotEquals("ineligible", asked.path("verdict").asText());
        assertEquals(name + "--cm-dijon/1", asked.path("terms").path("conventionVersion").asText());

        DirectoryFile.published(convention("2", "2007-09-01", TODAY.minusDays(1).toString()));
        JsonNode late = assessed(UUID.randomUUID().toString());
        assertEquals("convention-ended", outcome(late));
        assertEquals("ineligible", late.path("verdict").asText());
        given().auth().oauth2(TestTokens.office(OFFICE, Roles.OFFICE_AGENT)).get("/assessments/" + before + "/replay")
                .then().statusCode(200)
                .body("identical", equalTo(true));
    }

    private JsonNode assessed(String dossier) {
        String on = TODAY.toString();
        Topics.publish(new History(dossier, Map.of("officeId", OFFICE, "personId",
                UUID.randomUUID().toString(), "effectiveOn", on)).then("dossier.opened", "one", Map.of())
                .then("dossier.submitted", "washing-machine", Map.of("schemeId", name, "proposedBankId", "cm-dijon"))
                .then("situation.declared", "lone-parent", Map.of("commune", "25059")).events());
        return Topics.awaitOne("microcredit.eligibility", dossier, "fr.microcredit.eligibility.assessed").data();
    }

    private static String outcome(JsonNode assessed) {
        for (JsonNode each : assessed.path("outcomes")) {
            if (each.path("rule").asText().equals("convention")) {
                return each.path("code").asText();
            }
        }
        return "nothing";
    }
}
