package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.LIMIT;
import static fr.microcredit.commission.Commission.db;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/** Acts and events that meet on one dossier or one session: who waits for what, and nothing is lost. */
@OnTestPlatform
class CrossingTest {
    private static final int AT_ONCE = 6;

    private final Commission commission = new Commission();
    private long deadlocks;

    @BeforeEach
    void count() {
        deadlocks = deadlocks();
    }

    @AfterEach
    void nobodyWasGivenUpByTheDatabase() {
        assertEquals(deadlocks, deadlocks());
    }

    private static long deadlocks() {
        return db().number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    /** Both take the dossier before any row, so that neither can hold a row that the other waits for. */
    @Test
    void aMeetingAndTheEndOfTheRequestWaitForTheDossierWithoutHoldingARow() throws SQLException {
        commission.disagreed();
        commission.meet(Map.of("amountCents", 180_000, "heldOn", "2008-10-01")).then().statusCode(200);
        commission.reassessed(2, "ineligible", "2008-10-02");
        CompletableFuture<Response> meeting;
        try (HeldLock dossier = HeldLock.ofDossier(commission.id)) {
            meeting = CompletableFuture.supplyAsync(
                    () -> commission.meet(Map.of("amountCents", 140_000, "heldOn", "2008-10-09")));
            dossier.awaitWaiting(1);
            Topics.publish(confirmed());
            dossier.awaitWaiting(2);
            for (String table : List.of("request", "disagreement")) {
                assertEquals(1, db().rows("select key from " + table + " where starts_with(key, ?) for update nowait",
                        commission.id).size());
            }
        }
        assertEquals(200, meeting.join().statusCode(), "who came first goes first");
        commission.awaitDisagreement("settled");
        assertEquals(List.of("2|140000|gone"), db().rows("select d.document #>> '{meeting,revision}',"
                + " d.document #>> '{meeting,amountCents}', r.status from disagreement d join request r"
                + " on starts_with(d.key, r.key) where r.key = ?", commission.id));
        commission.meet(Map.of("amountCents", 130_000)).then().statusCode(409).body("code", equalTo("no-meeting-due"));
    }

    private TestEvent confirmed() {
        return commission.history(Map.of()).then("eligibility.assessed", "eligible", Map.of("revision", 2))
                .then("eligibility.confirmed", "one",
                        Map.of("revision", 2, "effectiveOn", "2008-10-08", "bankId", Commission.BANK))
                .events()
                .get(2);
    }

    /** Each has looked at the session before the other has written it. */
    @Test
    void decisionsTakenAtOnceInOneSessionAreAllKept() throws SQLException {
        List<String> dossiers = IntStream.range(0, AT_ONCE).mapToObj(each -> UUID.randomUUID().toString()).toList();
        dossiers.forEach(this::waits);
        String session = commission.convene("2008-09-22");
        commission.open(session);
        List<CompletableFuture<Response>> decisions;
        try (HeldLock held = HeldLock.ofSession(session)) {
            decisions = dossiers.stream().map(dossier -> CompletableFuture.supplyAsync(() -> approve(session, dossier)))
                    .toList();
            held.awaitWaiting(AT_ONCE);
        }
        decisions.forEach(each -> assertEquals(200, each.join().statusCode()));
        commission.president().get("/sessions/" + session).then()
                .body("decisions.dossierId", containsInAnyOrder(dossiers.toArray()))
                .body("agenda", equalTo(List.of()));
    }

    private Response approve(String session, String dossier) {
        return commission.president()
                .body(Map.of("dossierId", dossier, "revision", 1, "decision", "approved", "reasons", List.of()))
                .post("/sessions/" + session + "/decisions");
    }

    private void waits(String dossier) {
        Topics.publish(history(dossier).events().get(0));
        awaitRequest(dossier, "waiting");
    }

    private History history(String dossier) {
        return new History(dossier, Map.of("officeId", commission.office))
                .then("eligibility.assessed", "eligible", Map.of()).then("dossier.opened", "one", Map.of())
                .then("dossier.withdrawn", "one", Map.of());
    }

    private static void awaitRequest(String dossier, String status) {
        Await.until(LIMIT, () -> dossier + " is " + status,
                () -> List.of(status).equals(db().rows("select status from request where key = ?", dossier)));
    }

    /** The session ends as soon as the request stands on its agenda: it is not left there. */
    @Test
    void whatComesOntoAnAgendaThatEndsWaitsForTheNext() throws SQLException {
        String session = commission.convene("2008-09-22");
        waits(commission.id);
        CompletableFuture<Response> added;
        CompletableFuture<Response> cancelled;
        try (HeldLock held = HeldLock.ofSession(session)) {
            added = CompletableFuture.supplyAsync(() -> commission.secretary().body(Map.of("dossierId", commission.id))
                    .post("/sessions/" + session + "/items"));
            held.awaitWaiting(1);
            cancelled = secretarys(session, "/cancellation", Map.of());
            held.awaitWaiting(2);
        }
        assertEquals(200, added.join().statusCode());
        assertEquals(200, cancelled.join().statusCode());
        assertEquals(List.of("waiting|null"), db().rows("select status, session_id from request where key = ?",
                commission.id));
    }

    /** Each takes both sessions in the same order, whichever it leaves. */
    @Test
    void requestsMovedInOppositeDirectionsDoNotWaitForEachOther() throws SQLException {
        String other = UUID.randomUUID().toString();
        waits(commission.id);
        String here = commission.convene("2008-09-22");
        waits(other);
        String there = commission.convene("2008-09-22");
        CompletableFuture<Response> one;
        CompletableFuture<Response> two;
        try (HeldLock held = HeldLock.ofSession(here)) {
            one = CompletableFuture.supplyAsync(() -> move(commission.id, here, there));
            held.awaitWaiting(1);
            two = CompletableFuture.supplyAsync(() -> move(other, there, here));
            held.awaitWaiting(2);
        }
        assertEquals(200, one.join().statusCode());
        assertEquals(200, two.join().statusCode());
        assertEquals(List.of(there), db().rows("select session_id from request where key = ?", commission.id));
        assertEquals(List.of(here), db().rows("select session_id from request where key = ?", other));
    }

    private Response move(String dossier, String from, String to) {
        return commission.secretary().body(Map.of("sessionId", to))
                .post("/sessions/" + from + "/items/" + dossier + "/move");
    }

    @Test
    void whoActsOnASessionWaitsForItBeforeItsRow() throws SQLException {
        String session = commission.convene("2008-09-22");
        CompletableFuture<Response> opened;
        CompletableFuture<Response> postponed;
        try (HeldLock held = HeldLock.ofSession(session)) {
            opened = CompletableFuture.supplyAsync(() -> commission.act(session, "/opening",
                    Map.of("capacity", "elected-representative")));
            held.awaitWaiting(1);
            postponed = secretarys(session, "/postponement",
                    Map.of("heldOn", LocalDate.now(BusinessCalendar.ZONE).toString()));
            held.awaitWaiting(2);
        }
        assertEquals(200, opened.join().statusCode());
        assertEquals(412, postponed.join().statusCode(), "it builds on what was not opened");
    }

    /** On the version that is there before the others go on. */
    private CompletableFuture<Response> secretarys(String session, String act, Map<String, Object> body) {
        RequestSpecification request = commission.secretary().header("If-Match", "\"0\"").body(body);
        return CompletableFuture.supplyAsync(() -> request.post("/sessions/" + session + act));
    }

    /** The secretary has seen it waiting when the applicant gives up. */
    @Test
    void whatIsWithdrawnWhileASessionIsConvenedStaysGone() throws SQLException {
        waits(commission.id);
        CompletableFuture<String> convened;
        try (HeldLock dossier = HeldLock.ofDossier(commission.id)) {
            Topics.publish(history(commission.id).events().subList(1, 3));
            dossier.awaitWaiting(1);
            convened = CompletableFuture.supplyAsync(() -> commission.convene("2008-09-22"));
            dossier.awaitWaiting(2);
        }
        String session = convened.join();
        awaitRequest(commission.id, "gone");
        commission.president().get("/sessions/" + session).then().body("agenda", equalTo(List.of()));
        assertEquals("0", db().rows("select detail::jsonb ->> 'requests' from audit_entry where subject = ?"
                + " and act = 'session-convened'", session).get(0));
    }
}
