package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.ExampleJourney;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * The commands and queries of the API in the order of {@code docs/api.md}: each succeeds where what it needs is there, and costs
 * what a command or a query may on the way to PostgreSQL, with a network between.
 */
@QuarkusTest
@QuarkusTestResource(value = TestPlatform.class, restrictToAnnotatedClass = true, initArgs = {
        @ResourceArg(name = "service", value = "eligibility"), @ResourceArg(name = "wire", value = "true")})
class ExamplesTest {
    private static final int OK = 200;
    private static final String FIRST = TestTokens.regionPerson("example-one", Roles.SCHEME_EDITOR);
    private static final String SECOND = TestTokens.regionPerson("example-two", Roles.SCHEME_EDITOR);
    private static final String AGENT = TestTokens.office("ccas-dijon", Roles.OFFICE_AGENT);
    private static final String MANAGER = TestTokens.office("ccas-dijon", Roles.OFFICE_MANAGER);

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ExampleJourney examples = new ExampleJourney();
    private int played;

    @Test
    void everyExampleSucceedsWhereWhatItNeedsIsThere() {
        // Published is only what simulations know at once: a transaction of its own reads it. Explanations and reviews bring
        // together what stands in many tables.
        // What is drafted and published is held against the directory and the schemes, which ask whether there is more.
        // A list of a day asks for today, whether there is more, and for it.
        examples.allow("DirectoryResource_list", 3, 3).allow("DirectoryDraftResource_draft", 8, 5)
                .allow("DirectoryDraftResource_publish", 10, 6)
                .allow("DraftResource_publish", 11, 7).allow("DraftResource_review", 7, 5)
                .allow("ExplanationResource_explanation", 6, 3).allow("ExplanationResource_replay", 6, 3)
                .play(this::everything);
    }

    private void everything() {
        aSchemeIsPublished();
        aConventionIsPublished();
        Object proposal = examples.send("ParameterResource_propose", FIRST, Map.of(),
                Map.of("from", LocalDate.of(2027, 4, 1).plusDays(played).toString())).path("id");
        examples.look("ParameterResource_proposals", FIRST, Map.of());
        examples.look("ParameterResource_proposal", FIRST, Map.of("id", proposal));
        examples.send("ParameterResource_confirm", SECOND, Map.of("id", proposal));
        examples.look("ParameterResource_list", AGENT, Map.of());
        examples.look("ParameterResource_list", AGENT, Map.of());
        examples.send("SimulationResource_simulate", AGENT, Map.of());
        requestsAreJudged();
        played++;
    }

    private void aSchemeIsPublished() {
        String code = String.valueOf(87_085 + played);
        Map<String, Object> again = Map.of("schemeId", "limoges-" + code, "version", "limoges-" + code + "-1",
                "territory", Map.of("level", "COMMUNE", "codes", List.of(code)));
        Response draft = examples.send("DraftResource_upload", FIRST, Map.of(), played == 0 ? Map.of() : again);
        Map<String, Object> version = Map.of("schemeId", draft.path("schemeId"), "version", draft.path("version"));
        examples.look("DraftResource_list", FIRST, Map.of());
        examples.look("DraftResource_review", FIRST, version);
        examples.send("DraftResource_publish", SECOND, version, Map.of("sha256", draft.path("sha256")));
        examples.look("SchemeResource_list", AGENT, Map.of());
        examples.look("SchemeResource_one", AGENT, version);
    }

    private void aConventionIsPublished() {
        Map<String, Object> again = Map.of("version", String.valueOf(2 + played), "from",
                LocalDate.of(2027, 1, 1).plusDays(played).toString());
        Response draft = examples.send("DirectoryDraftResource_draft", FIRST, Map.of(), again);
        Map<String, Object> version = Map.of("id", draft.path("entry.id"), "version", draft.path("entry.version"));
        examples.look("DirectoryDraftResource_list", FIRST, Map.of());
        examples.look("DirectoryDraftResource_one", SECOND, version);
        examples.send("DirectoryDraftResource_publish", SECOND, version, Map.of("sha256", draft.path("sha256")));
        examples.look("DirectoryResource_list", AGENT, Map.of());
        examples.look("DirectoryResource_one", AGENT, Map.of("id", "cm-dijon"));
    }

    private void requestsAreJudged() {
        Map<String, Object> judged = assessed("dijon", "2008-07-01", Map.of("purpose", "vehicle"), Map.of());
        examples.send("AssessmentResource_judge", AGENT, judged);
        examples.look("AssessmentResource_read", AGENT, judged);
        examples.look("ExplanationResource_explanation", AGENT, judged);
        examples.look("ExplanationResource_replay", AGENT, judged);
        examples.send("AssessmentResource_confirm", AGENT,
                assessed("dijon", "2008-07-01", Map.of("amountCents", 350_000), Map.of()));
        examples.send("AssessmentResource_override", MANAGER,
                assessed(withOverride(), LocalDate.now(BusinessCalendar.ZONE).toString(), Map.of("termMonths", 25),
                        Map.of("commune", commune())));
    }

    private static Map<String, Object> assessed(String scheme, String on, Map<String, Object> asked,
            Map<String, Object> figures) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> request = new HashMap<>(asked);
        request.put("schemeId", scheme);
        Topics.publish(new History(id, Map.of("officeId", "ccas-dijon", "personId", UUID.randomUUID().toString(),
                "effectiveOn", on))
                .then("dossier.opened", "one", Map.of()).then("dossier.submitted", "washing-machine", request)
                .then("situation.declared", "lone-parent", figures).events());
        Await.until(LIMIT, () -> "it is assessed",
                () -> given().auth().oauth2(AGENT).get("/assessments/" + id).statusCode() == OK);
        return Map.of("dossierId", id);
    }

    /** One of its own each time it is played: only one scheme holds for a commune. */
    private String commune() {
        return String.valueOf(34_172 + played);
    }

    private String withOverride() {
        String scheme = "exemple-" + UUID.randomUUID().toString().substring(0, 8);
        SchemeFile.of(scheme, commune()).stated("decision/override", "{\"rules\": [\"term\"]}").publish();
        return scheme;
    }
}
