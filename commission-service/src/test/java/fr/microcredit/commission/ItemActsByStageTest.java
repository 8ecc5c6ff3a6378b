package fr.microcredit.commission;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * Every act on a request in a session, wherever both stand, over HTTP: what is not possible is refused and told what is, and
 * changes nothing. That what is possible is accepted so shows {@code ItemActsTest}.
 */
@OnTestPlatform
class ItemActsByStageTest {
    private static final String DAY = "2008-09-22";
    private static final List<String> ACTS = List.of("items", "removal", "move", "decisions");
    private static final String NONE = "-";
    /** Assessed after the session's day: a decision would be of a day before it, which is told first. */
    private static final String TOO_YOUNG = "waiting-too-young";

    private final Commission commission = new Commission();

    /** What is possible; what is done already, so that asking for it again is answered like the first time. */
    @ParameterizedTest
    @CsvSource({"not-ready, -, -", "waiting, items, removal", "waiting-too-young, -, removal",
            "on-agenda, removal move decisions, items", "being-assessed, removal move, items", "elsewhere, -, -",
            "incomplete, -, -", "adjourned, items, removal", "adjourned-again, removal move, items",
            "approved, decisions, -", "refused, decisions, -", "sent, -, -", "gone, -, -",
            "on-agenda-not-open, removal move, items", "waiting-not-open, items, removal",
            "waiting-closed, -, removal", "approved-closed, -, -"})
    void whatIsNotPossibleIsRefusedWithWhatIs(String stage, String possible, String repeated) {
        String session = at(stage);
        String before = document();
        for (String act : ACTS) {
            if (listed(repeated).contains(act)) {
                send(session, act, UUID.randomUUID().toString()).then().statusCode(200);
            } else if (stage.equals(TOO_YOUNG) && act.equals("decisions")) {
                send(session, act, UUID.randomUUID().toString()).then().statusCode(422).body("errors[0].code",
                        equalTo("date-before-previous-step"));
            } else if (!listed(possible).contains(act)) {
                refused(session, act, listed(possible));
            }
        }
        assertEquals(before, document(), "nothing has changed");
        Response read = commission.president().get("/sessions/" + session);
        if (read.jsonPath().getList("agenda.dossierId").contains(commission.id)) {
            assertEquals(List.of(listed(possible)), read.jsonPath().getList("agenda.possible"));
        }
    }

    private static List<String> listed(String acts) {
        return acts.equals(NONE) ? List.of() : List.of(acts.split(" "));
    }

    private void refused(String session, String act, List<String> possible) {
        String key = UUID.randomUUID().toString();
        Response first = send(session, act, key);
        assertEquals(409, first.statusCode(), () -> act + ": " + first.asString());
        assertEquals(possible, first.jsonPath().getList("possible"), act);
        Response again = send(session, act, key);
        assertEquals("true", again.header("Idempotent-Replayed"), act);
        assertEquals(possible, again.jsonPath().getList("possible"), act);
    }

    private Response send(String session, String act, String key) {
        RequestSpecification secretary = Commission
                .as(TestTokens.office(commission.office, Roles.COMMISSION_SECRETARY), key);
        String item = "/sessions/" + session + "/items/" + commission.id;
        return switch (act) {
            case "items" -> secretary.body(Map.of("dossierId", commission.id)).post("/sessions/" + session + "/items");
            case "removal" -> secretary.post(item + "/removal");
            case "move" -> secretary.body(Map.of("sessionId", next())).post(item + "/move");
            default -> Commission.as(TestTokens.office(commission.office, Roles.COMMISSION_PRESIDENT), key)
                    .body(refusal()).post("/sessions/" + session + "/decisions");
        };
    }

    private Map<String, Object> refusal() {
        return commission.decision("refused", List.of("purpose-not-suitable"));
    }

    private String next;

    /** One to which it could be moved. */
    private String next() {
        if (next == null) {
            next = commission.convene("2000-01-01");
            Commission.db().execute("update session set document = jsonb_set(document, '{heldOn}', to_jsonb(?::text))"
                    + " where key = ?", "2008-10-06", next);
        }
        return next;
    }

    private String document() {
        return Commission.db().rows("select document::text from request where key = ?", commission.id).toString();
    }

    private String at(String stage) {
        String kind = stage.replace("-not-open", "").replace("-closed", "");
        boolean ineligible = kind.equals("not-ready");
        commission.arrive(commission.history(ineligible ? Map.of("verdict", "ineligible") : Map.of()),
                ineligible ? "not-ready" : "waiting");
        if (kind.equals("elsewhere")) {
            commission.convene(LocalDate.now(BusinessCalendar.ZONE).toString());
        }
        String session = commission.convene(kind.equals(TOO_YOUNG) ? "2008-09-01" : DAY);
        if (!stage.endsWith("-not-open")) {
            commission.open(session);
        }
        reach(session, kind);
        if (stage.endsWith("-closed")) {
            commission.act(session, "/closure", null).then().statusCode(200);
        }
        return session;
    }

    private void reach(String session, String kind) {
        switch (kind) {
            case "waiting" -> remove(session);
            case "being-assessed" -> heard("dossier.amended", "correction", "2008-09-17");
            case "incomplete" -> heard("dossier.returned", "one", "2008-09-20");
            case "gone" -> heard("dossier.withdrawn", "one", "2008-09-20");
            case "adjourned" -> decide(session, "adjourned");
            case "adjourned-again" -> {
                decide(session, "adjourned");
                send(session, "items", UUID.randomUUID().toString()).then().statusCode(200);
            }
            case "approved" -> decide(session, "approved");
            case "refused" -> commission.decide(session, "refused", List.of("other")).then().statusCode(200);
            case "sent" -> {
                decide(session, "approved");
                heard("dossier.transmitted", "dijon", DAY);
            }
            default -> {
            }
        }
    }

    private void remove(String session) {
        send(session, "removal", UUID.randomUUID().toString()).then().statusCode(200);
    }

    private void decide(String session, String decision) {
        commission.decide(session, decision, List.of()).then().statusCode(200);
    }

    private void heard(String event, String example, String on) {
        List<TestEvent> told = new History(commission.id, Map.of("officeId", commission.office))
                .then(event, example, Map.of("effectiveOn", on)).events();
        Topics.publish(told);
        Await.until(Commission.LIMIT, () -> event + " is heard", () -> Commission.db().number(
                "select count(*) from stream_progress where key = ? and topic = 'microcredit.dossier'",
                commission.id) == 1);
    }
}
