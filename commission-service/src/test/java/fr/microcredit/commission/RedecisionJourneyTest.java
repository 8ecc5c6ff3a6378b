package fr.microcredit.commission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** A commission thinks again: over HTTP, with what others are told. */
@OnTestPlatform
class RedecisionJourneyTest {
    private static final String TOPIC = "microcredit.commission";

    private final Commission commission = new Commission();

    @Test
    void aLaterSessionApprovesWhatAnEarlierOneHasRefused() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String first = commission.convene("2008-09-22");
        commission.open(first);
        String refusal = commission.decide(first, "refused", List.of("other")).then().statusCode(200).extract()
                .path("decisionId");
        commission.act(first, "/closure", null).then().statusCode(200);
        String second = commission.convene("2008-10-06");
        commission.open(second);
        commission.decide(second, "approved", List.of()).then().statusCode(409).body("code",
                equalTo("not-on-the-agenda"));
        again(second, "approved", first).then().statusCode(409).body("code", equalTo("decision-not-current"));
        Response approved = again(second, "approved", refusal);
        approved.then().statusCode(200).body("replaces", equalTo(refusal));
        again(second, "approved", refusal).then().statusCode(200).body("decisionId",
                equalTo(approved.path("decisionId")));
        commission.president().get("/sessions/" + first).then().body("decisions.decision", contains("refused"));
        List<TestEvent> told = Topics.await(TOPIC, commission.id, 2, event -> true);
        assertEquals(2, told.size());
        assertEquals(refusal, told.get(1).data().path("replaces").asText());
        assertEquals(1, commission.audited("request-approved"));
        assertEquals(List.of("approved"), Commission.db().rows("select status from request where key = ?",
                commission.id));
    }

    @Test
    void whatABankHasStands() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        String approval = commission.decide(session, "approved", List.of()).path("decisionId");
        Topics.publish(new History(commission.id, Map.of("officeId", commission.office))
                .then("dossier.transmitted", "dijon", Map.of("effectiveOn", "2008-09-22")).events());
        commission.awaitSent();
        again(session, "refused", approval).then().statusCode(409).body("code", equalTo("sent-to-bank"));
    }

    /** The office has sent it knowing of the approval alone: what was told to take its place is told to have no effect. */
    @Test
    void aRefusalThatCrossesWithTheTransmissionIsToldToHaveNoEffect() {
        String refusal = crossed(commission);
        TestEvent upheld = Topics.awaitOne(TOPIC, commission.id, "fr.microcredit.commission.approval-upheld");
        assertEquals(refusal, upheld.data().path("overtaken").asText());
        assertEquals("2008-09-22", upheld.data().path("approvedOn").asText());
        assertEquals(List.of("approved"), Commission.db().rows("select status from request where key = ?",
                commission.id));
    }

    /** Its bank has left, and its office goes to another one on the strength of the approval. */
    @Test
    void whatGoesToAnotherBankComesBeforeNoSessionAgain() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        String approval = commission.decide(session, "approved", List.of()).path("decisionId");
        Topics.publish(new History(commission.id, Map.of("officeId", commission.office))
                .then("dossier.amended", "another-bank", Map.of("effectiveOn", "2008-09-23")).events());
        commission.awaitSent();
        again(session, "refused", approval).then().statusCode(409).body("code", equalTo("sent-to-bank"));
        assertEquals(List.of("approved"), Commission.db().rows("select status from request where key = ?",
                commission.id));
    }

    /** Approved, refused instead, and sent to a bank before the refusal was heard; gives the refusal. */
    static String crossed(Commission commission) {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        Map<String, Object> form = new HashMap<>(commission.decision("refused", List.of("other")));
        form.put("replaces", commission.decide(session, "approved", List.of()).path("decisionId"));
        String refusal = commission.president().body(form).post("/sessions/" + session + "/decisions").then()
                .statusCode(200).extract().path("decisionId");
        Topics.publish(new History(commission.id, Map.of("officeId", commission.office))
                .then("dossier.transmitted", "dijon", Map.of("effectiveOn", "2008-09-22")).events());
        commission.awaitSent();
        return refusal;
    }

    private Response again(String session, String decision, String cited) {
        Map<String, Object> form = new HashMap<>(
                commission.decision(decision, decision.equals("refused") ? List.of("other") : List.of()));
        form.put("replaces", cited);
        return commission.president().body(form).post("/sessions/" + session + "/decisions");
    }
}
