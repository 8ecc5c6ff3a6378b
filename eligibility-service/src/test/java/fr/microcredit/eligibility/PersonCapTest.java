package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Cases;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** The table that guarantee is held to as well: docs/cases/person-cap.json; Dijon's cap is the table's. */
@OnTestPlatform
class PersonCapTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonNode TABLE = Cases.of("person-cap.json");
    private static final String OFFICE = "ccas-dijon";
    private static final String AGENT = TestTokens.office(OFFICE, Roles.OFFICE_AGENT);
    /** What the table's figure is called in each event. */
    private static final Map<String, String> FIGURE = Map.of("reserved", "principalCents", "reduced",
            "outstandingCents", "declined", "principalCents");

    private final String person = UUID.randomUUID().toString();
    private final Map<String, History> dossiers = new HashMap<>();
    private final Map<String, Long> standing = new HashMap<>();

    static Stream<Arguments> cases() {
        return StreamSupport.stream(TABLE.path("cases").spliterator(), false).map(each -> Arguments
                .of(each.path("name").asText(), each.path("history"), each.path("remainingCents").asLong()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void asMuchFitsAsTheTableSays(String name, JsonNode history, long remaining) {
        history.forEach(this::tell);
        dossiers.values().forEach(dossier -> Topics.publish(dossier.events()));
        dossiers.values().forEach(dossier -> awaitRead(dossier));
        assertTrue(remaining == 0 || outcomeOf(remaining).equals("pass"), "what remains fits");
        assertEquals("needs-human", outcomeOf(remaining + 1), "a cent more does not");
    }

    private void tell(JsonNode step) {
        String dossier = step.path("dossier").asText();
        String event = step.path("event").asText();
        History history = dossiers.computeIfAbsent(dossier,
                any -> new History(UUID.randomUUID().toString(), Map.of("officeId", "ccas-reims", "personId", person)));
        if (step.has("cents")) {
            standing.put(dossier, step.path("cents").asLong());
        }
        String figure = event.equals("effective") ? "outstandingCents" : FIGURE.get(event);
        String example = event.equals("declined") ? "cap" : "one";
        history.then("guarantee." + event, example,
                figure == null ? Map.of() : Map.of(figure, standing.get(dossier)));
    }

    private static void awaitRead(History dossier) {
        Await.until(LIMIT, () -> "the history is read", () -> db().number(
                "select coalesce(max(last), 0) from stream_progress where topic = 'microcredit.guarantee' and key = ?",
                dossier.events().get(0).key()) == dossier.events().size());
    }

    /** What a new request of that person is told of the cap. */
    private String outcomeOf(long cents) {
        String dossier = UUID.randomUUID().toString();
        Topics.publish(new History(dossier, Map.of("officeId", OFFICE, "personId", person))
                .then("dossier.opened", "one", Map.of())
                .then("dossier.submitted", "washing-machine", Map.of("amountCents", cents))
                .then("situation.declared", "lone-parent", Map.of()).events());
        Topics.awaitOne("microcredit.eligibility", dossier, "fr.microcredit.eligibility.assessed");
        Map<String, Object> outcome = given().auth().oauth2(AGENT).get("/assessments/" + dossier)
                .path("outcomes.find { it.rule == 'person-cap' }");
        assertEquals(TABLE.path("capCents").asText(), ((Map<?, ?>) outcome.get("figures")).get("capCents"));
        return String.valueOf(outcome.get("outcome"));
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
