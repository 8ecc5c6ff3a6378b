package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.db;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** An office whose commission is a committee: mandates, presence, quorum, votes. */
@OnTestPlatform
class CommitteeJourneyTest {
    private static final String DAY = "2008-09-22";
    private static final String PRESIDENT = "test-commission-president";
    private static final String SUBSTITUTE = "substitute";

    private final Commission commission = new Commission();

    @Test
    void aCommitteeIsSetUpKeptAndSeenByThoseWhoWorkWithIt() {
        commission.president().get("/committee").then().statusCode(404);
        appoint("un", "member", null).then().statusCode(404);
        rule(2, "consensus").then().statusCode(200).body("quorum", equalTo(2)).body("members", equalTo(List.of()));
        rule(2, "vote").then().statusCode(200).body("way", equalTo("vote"));
        appoint("un", "member", null).then().statusCode(200);
        Response two = appoint("deux", "member", "2008-12-31");
        two.then().statusCode(200).body("members.subject", containsInAnyOrder("un", "deux"));
        String mandate = two.path("members.find { it.subject == 'deux' }.mandateId");
        end(mandate, "2009-01-01").then().statusCode(422).body("errors[0].code", equalTo("mandate-not-extended"));
        end(mandate, "2008-09-21").then().statusCode(200);
        end(mandate, "2008-09-21").then().statusCode(200);
        end(UUID.randomUUID().toString(), "2008-09-21").then().statusCode(404);
        commission.secretary().get("/committee").then().body("members.to", hasItem("2008-09-21"));
        Map<String, Object> form = Map.of("quorum", 1, "way", "vote");
        commission.secretary().body(form).put("/committee/rule").then().statusCode(403);
        new Commission().president().get("/committee").then().statusCode(404);
        assertEquals(List.of("committee-rule-set", "committee-rule-set", "committee-member-appointed",
                "committee-member-appointed", "committee-mandate-ended"),
                db().rows("select act from audit_entry where subject = ? order by at, number", commission.office));
    }

    @Test
    void badInputIsNamed() {
        rule(0, "vote").then().statusCode(422).body("errors[0].pointer", equalTo("/quorum"));
        rule(51, "vote").then().statusCode(422).body("errors[0].pointer", equalTo("/quorum"));
        rule(1, "lottery").then().statusCode(400).body("errors[0].pointer", equalTo("/way"));
        rule(1, "vote").then().statusCode(200);
        appoint("camille.exemple@ville.example", "member", null).then().statusCode(422).body("errors[0].pointer",
                equalTo("/subject"));
        appoint("un", "member", "2008-01-01").then().statusCode(422).body("errors[0].code",
                equalTo("ends-before-it-begins"));
    }

    @Test
    void withoutAMandateForTheDayNobodyOpensNorTakesTheChair() {
        rule(1, "consensus").then().statusCode(200);
        String session = commission.convene(DAY);
        opening(session, "elected-representative", List.of()).then().statusCode(409).body("code",
                equalTo("no-mandate"));
        appoint(PRESIDENT, "president", null).then().statusCode(200);
        opening(session, "elected-substitute", List.of()).then().statusCode(409).body("code", equalTo("no-mandate"));
        opening(session, "elected-representative", List.of("somebody")).then().statusCode(422).body(
                "errors[0].pointer", equalTo("/present/0"));
        opening(session, "elected-representative", List.of(PRESIDENT)).then().statusCode(200).body("present",
                equalTo(List.of(PRESIDENT)));
        takeChair(session).then().statusCode(409).body("code", equalTo("no-mandate"));
        appoint(SUBSTITUTE, "substitute", null).then().statusCode(200);
        takeChair(session).then().statusCode(200).body("capacity", equalTo("elected-substitute"));
    }

    @Test
    void aQuorumDecidesByVotesThatAreKeptAndToldNobodyOutside() {
        committee(3, "vote");
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene(DAY);
        opening(session, "elected-representative", List.of("un")).then().statusCode(200);
        decide(session, "approved", Map.of("votes", votes(2, 0, 0))).then().statusCode(409).body("code",
                equalTo("no-quorum"));
        attend(commission.secretary(), session, List.of("un", "deux", "trois")).then().statusCode(200);
        decide(session, "approved", Map.of()).then().statusCode(422).body("errors[0].code",
                equalTo("votes-required"));
        decide(session, "approved", Map.of("votes", votes(1, 2, 1))).then().statusCode(422).body("errors[0].code",
                equalTo("votes-against-it"));
        decide(session, "approved", Map.of("votes", votes(4, 0, 0), "withdrawn", List.of("un"))).then()
                .statusCode(422).body("errors[0].pointer", equalTo("/votes"));
        Map<String, Object> carried = Map.of("votes", votes(2, 1, 0), "withdrawn", List.of("un"));
        decide(session, "approved", carried).then().statusCode(200).body("votes.inFavour", equalTo(2))
                .body("withdrawn", equalTo(List.of("un"))).body("membersPresent", equalTo(4));
        decide(session, "approved", carried).then().statusCode(200);
        commission.president().get("/sessions/" + session).then().body("decisions[0].votes.against", equalTo(1));
        assertEquals(List.of("4|2|[\"un\"]"), db().rows("select detail::jsonb ->> 'present',"
                + " detail::jsonb #>> '{votes,inFavour}', detail::jsonb ->> 'withdrawn' from audit_entry"
                + " where subject like ? and act = 'request-approved'", commission.id + "%"));
        String told = Topics.awaitOne("microcredit.commission", commission.id, "fr.microcredit.commission.decided")
                .data().toString();
        assertFalse(told.contains("votes") || told.contains("withdrawn"), told);
    }

    /** Bad input: the mandate of who chairs is found to have ended before the session, which is open already. */
    @Test
    void aMandateThatEndsInMidSessionIsTakenOverByTheSubstitute() {
        String mandate = committee(2, "consensus");
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene(DAY);
        opening(session, "elected-representative", List.of("un", "deux")).then().statusCode(200);
        end(mandate, "2008-09-21").then().statusCode(200);
        decide(session, "approved", Map.of()).then().statusCode(409).body("code", equalTo("no-mandate"));
        takeChair(session).then().statusCode(200);
        substitute().body(commission.decision("approved", List.of())).post("/sessions/" + session + "/decisions")
                .then().statusCode(200).body("membersPresent", equalTo(3));
    }

    @Test
    void whoIsThereIsRecordedByTheChairOrTheSecretaryWhereThereIsACommittee() {
        String without = commission.convene(DAY);
        commission.open(without);
        attend(commission.president(), without, List.of("un")).then().statusCode(409).body("code",
                equalTo("no-committee"));
        committee(1, "consensus");
        String session = commission.convene(DAY);
        attend(commission.president(), session, List.of("un")).then().statusCode(409).body("code",
                equalTo("session-state"));
        opening(session, "elected-representative", List.of()).then().statusCode(200);
        attend(substitute(), session, List.of("un")).then().statusCode(409).body("code",
                equalTo("not-in-the-chair"));
        attend(commission.president(), session, List.of("un", "un")).then().statusCode(422).body("errors[0].code",
                equalTo("member-twice"));
        attend(commission.president(), session, List.of("un")).then().statusCode(200);
        commission.act(session, "/opening-revocation", null).then().statusCode(200).body("present",
                equalTo(List.of()));
    }

    /** A president, a substitute and three members; gives the president's mandate. */
    private String committee(int quorum, String way) {
        rule(quorum, way).then().statusCode(200);
        List.of("un", "deux", "trois").forEach(member -> appoint(member, "member", null).then().statusCode(200));
        appoint(SUBSTITUTE, "substitute", null).then().statusCode(200);
        return appoint(PRESIDENT, "president", null).path("members.find { it.function == 'president' }.mandateId");
    }

    private Response rule(int quorum, String way) {
        return commission.manager().body(Map.of("quorum", quorum, "way", way)).put("/committee/rule");
    }

    private Response appoint(String subject, String function, String to) {
        Map<String, Object> form = new HashMap<>(
                Map.of("subject", subject, "function", function, "from", "2008-03-17"));
        if (to != null) {
            form.put("to", to);
        }
        return commission.manager().body(form).post("/committee/mandates");
    }

    private Response end(String mandate, String to) {
        return commission.manager().body(Map.of("to", to)).post("/committee/mandates/" + mandate + "/end");
    }

    private Response opening(String session, String capacity, List<String> present) {
        return commission.act(session, "/opening", Map.of("capacity", capacity, "present", present));
    }

    private Response attend(RequestSpecification who, String session, List<String> present) {
        return who.header("If-Match", commission.president().get("/sessions/" + session).header("ETag"))
                .body(Map.of("present", present)).post("/sessions/" + session + "/attendance");
    }

    private Response takeChair(String session) {
        return substitute().header("If-Match", commission.president().get("/sessions/" + session).header("ETag"))
                .body(Map.of("capacity", "elected-substitute")).post("/sessions/" + session + "/chair");
    }

    private RequestSpecification substitute() {
        return Commission.as(TestTokens.officePerson(commission.office, SUBSTITUTE, Roles.COMMISSION_PRESIDENT));
    }

    private Response decide(String session, String decision, Map<String, Object> poll) {
        Map<String, Object> form = new HashMap<>(commission.decision(decision, List.of()));
        form.putAll(poll);
        return commission.president().body(form).post("/sessions/" + session + "/decisions");
    }

    private static Map<String, Object> votes(int inFavour, int against, int abstained) {
        return Map.of("inFavour", inFavour, "against", against, "abstained", abstained);
    }
}
