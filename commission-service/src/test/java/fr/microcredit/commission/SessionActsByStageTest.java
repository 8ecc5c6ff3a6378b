package fr.microcredit.commission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * Every act on a session in every state over HTTP: what is not possible is refused and told what is, and changes nothing. That
 * what is possible is accepted so shows {@code SessionActsTest}.
 */
@OnTestPlatform
class SessionActsByStageTest {
    private static final String DAY = "2008-09-22";
    private static final String LATER = LocalDate.now(BusinessCalendar.ZONE).plusDays(7).toString();
    private static final Map<String, Map<String, Object>> ACTS = new TreeMap<>(Map.of(
            "opening", Map.of("capacity", "elected-representative"), "attendance", Map.of("present", List.of()),
            "chair", Map.of("capacity", "elected-substitute"), "opening-revocation", Map.of(), "closure", Map.of(),
            "order", Map.of("dossierIds", List.of()), "postponement", Map.of("heldOn", LATER),
            "cancellation", Map.of()));
    private static final Set<String> OF_THE_SECRETARY = Set.of("order", "postponement", "cancellation");
    private static final Set<String> WITHOUT_A_BODY = Set.of("opening-revocation", "closure", "cancellation");
    /** Done already, so that asking for it again is answered like the first time. */
    private static final Map<String, Set<String>> REPEATED = Map.of("convened", Set.of("opening-revocation"),
            "open", Set.of("opening"), "decided", Set.of("opening"), "cancelled", Set.of("cancellation"));

    private final Commission commission = new Commission();

    @ParameterizedTest
    @ValueSource(strings = {"convened", "open", "decided", "closed", "cancelled"})
    void whatIsNotPossibleIsRefusedWithWhatIs(String stage) {
        String session = at(stage);
        Response before = commission.president().get("/sessions/" + session);
        List<String> possible = before.jsonPath().getList("possible");
        int refused = 0;
        for (String act : ACTS.keySet()) {
            if (REPEATED.getOrDefault(stage, Set.of()).contains(act)) {
                send(session, act, UUID.randomUUID().toString()).then().statusCode(200);
            } else if (!possible.contains(act)) {
                refused(session, act, possible);
                refused++;
            }
        }
        assertFalse(refused == 0, "in every state something is not possible");
        Response after = commission.president().get("/sessions/" + session);
        assertEquals(before.asString(), after.asString(), "nothing has changed");
        assertEquals(before.header("ETag"), after.header("ETag"));
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
        String role = OF_THE_SECRETARY.contains(act) ? Roles.COMMISSION_SECRETARY : Roles.COMMISSION_PRESIDENT;
        RequestSpecification who = Commission.as(TestTokens.office(commission.office, role), key).header("If-Match",
                commission.president().get("/sessions/" + session).header("ETag"));
        return (WITHOUT_A_BODY.contains(act) ? who : who.body(ACTS.get(act)))
                .post("/sessions/" + session + "/" + act);
    }

    private String at(String stage) {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene(DAY);
        if (stage.equals("cancelled")) {
            commission.secretary().header("If-Match", commission.president().get("/sessions/" + session).header("ETag"))
                    .post("/sessions/" + session + "/cancellation").then().statusCode(200);
        } else if (!stage.equals("convened")) {
            commission.open(session);
        }
        if (Set.of("decided", "closed").contains(stage)) {
            commission.decide(session, "approved", List.of()).then().statusCode(200);
        }
        if (stage.equals("closed")) {
            commission.act(session, "/closure", null).then().statusCode(200);
        }
        return session;
    }
}
