package fr.microcredit.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.ExampleJourney;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/** The examples of the API in the order of {@code docs/api.md}: each succeeds where what it needs is there. */
@OnTestPlatform
class ExamplesTest {
    private static final String FIRST = TestTokens.regionPerson("example-one", Roles.SCHEME_EDITOR);
    private static final String SECOND = TestTokens.regionPerson("example-two", Roles.SCHEME_EDITOR);
    private static final String AGENT = TestTokens.office("ccas-dijon", Roles.OFFICE_AGENT);
    private static final String MANAGER = TestTokens.office("ccas-dijon", Roles.OFFICE_MANAGER);

    private final ExampleJourney examples = new ExampleJourney();

    @Test
    void everyExampleSucceedsWhereWhatItNeedsIsThere() {
        examples.read();
        aSchemeIsPublished();
        Object proposal = examples.send("ParameterResource_propose", FIRST, Map.of()).path("id");
        examples.look("ParameterResource_proposals", FIRST, Map.of());
        examples.look("ParameterResource_proposal", FIRST, Map.of("id", proposal));
        examples.look("ParameterResource_list", AGENT, Map.of());
        examples.send("SimulationResource_simulate", AGENT, Map.of());
        requestsAreJudged();
        assertEquals(List.of(), examples.left());
    }

    private void aSchemeIsPublished() {
        Response draft = examples.send("DraftResource_upload", FIRST, Map.of());
        Map<String, Object> version = Map.of("schemeId", draft.path("schemeId"), "version", draft.path("version"));
        examples.look("DraftResource_list", FIRST, Map.of());
        examples.look("DraftResource_review", FIRST, version);
        examples.send("DraftResource_publish", SECOND, version, Map.of("sha256", draft.path("sha256")));
        examples.look("SchemeResource_list", AGENT, Map.of());
        examples.look("SchemeResource_one", AGENT, version);
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
                        Map.of("commune", "34172")));
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
        Topics.awaitOne("microcredit.eligibility", id, "fr.microcredit.eligibility.assessed");
        return Map.of("dossierId", id);
    }

    private static String withOverride() {
        String scheme = "exemple-" + UUID.randomUUID().toString().substring(0, 8);
        SchemeFile.of(scheme, "34172").stated("decision/override", "{\"rules\": [\"term\"]}").publish();
        return scheme;
    }
}
