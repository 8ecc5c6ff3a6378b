package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.as;
import static fr.microcredit.commission.Commission.db;
import static fr.microcredit.commission.SupportDesk.INSTALMENT;
import static fr.microcredit.commission.SupportDesk.of;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/** A missed instalment before the support commission: asked, decided within the office's limits, paid, matched. */
@OnTestPlatform
class SupportJourneyTest {
    private static final String TOPIC = "microcredit.commission";

    private final Commission office = new Commission();
    private final SupportDesk desk = new SupportDesk(office);

    @Test
    void aMissedInstalmentIsGrantedAndPaidAndEveryFigureIsThere() {
        desk.paid(6, "borrower", "2009-04-10").tell();
        String request = desk.waits(List.of(7), "2009-05-09");
        office.president().get("/support-settings").then().statusCode(404);
        desk.grant(request, "2009-05-14").then().statusCode(409).body("code", equalTo("no-support-settings"))
                .body("possible", equalTo(List.of("decision")));
        SupportDesk.set(office, 300_000, 40_000, 25_000L).then().statusCode(200).body("leftCents", equalTo(300_000));
        desk.grant(request, "2009-05-14").then().statusCode(200).body("status", equalTo("granted"))
                .body("decision.amountCents", equalTo(10_465)).body("decision.instalments", equalTo(List.of(7)))
                .body("decision.budgetLine", equalTo("6562 Aides")).body("possible", equalTo(List.of("withdrawal")));
        desk.grant(request, "2009-05-14").then().statusCode(200);
        TestEvent granted = Topics.awaitOne(TOPIC, desk.dossier, "fr.microcredit.commission.support-granted");
        assertEquals(request + " [7] 10465 6562 Aides 2009-05-14", granted.data().path("requestId").asText() + " "
                + granted.data().path("instalments") + " " + granted.data().path("amountCents") + " "
                + granted.data().path("budgetLine").asText() + " " + granted.attributes().get("effectiveOn"));
        assertEquals(INSTALMENT, SupportDesk.counts(request));
        desk.paid(7, "support-commission", "2009-05-20").tell();
        desk.await(request, "paid");
        office.manager().get("/support-requests?status=paid").then().body("payment[0].paidCents", equalTo(10_465))
                .body("payment[0].paidOn", equalTo("2009-05-20")).body("payment[0].late", equalTo(false))
                .body("payment[0].shortByCents", nullValue());
        office.president().get("/support-requests/unmatched-payments").then().body("", hasSize(0));
        desk.withdraw(request, "2009-05-21").then().statusCode(409).body("code", equalTo("support-paid"))
                .body("possible", equalTo(List.of()));
        assertEquals(List.of("support-granted|2009-05-14|10465"), db().rows("select act,"
                + " detail::jsonb ->> 'effectiveOn', detail::jsonb ->> 'amountCents' from audit_entry where subject = ?",
                desk.dossier + "/" + request));
    }

    /** Of 209.30 for the 7th and 8th the 7th is paid, late, and the borrower pays the 8th: 104.65 stays short and is free. */
    @Test
    void whatIsPaidShortAndLateIsShownAndTheRestIsFreeAgain() {
        desk.paid(6, "borrower", "2009-04-10").tell();
        String request = desk.waits(List.of(7, 8), "2009-06-09");
        SupportDesk.set(office, 30_000, 30_000, null);
        desk.grant(request, "2009-06-11").then().statusCode(200).body("overdue", equalTo(true));
        assertEquals(20_930, SupportDesk.counts(request));
        desk.paid(7, "support-commission", "2009-06-19").paid(8, "borrower", "2009-06-20").tell();
        desk.await(request, "paid");
        office.secretary().get("/support-requests").then().body(of(request) + ".payment.paidCents", equalTo(10_465))
                .body(of(request) + ".payment.shortByCents", equalTo(10_465))
                .body(of(request) + ".payment.late", equalTo(true)).body(of(request) + ".overdue", equalTo(false));
        assertEquals(INSTALMENT, SupportDesk.counts(request));
    }

    /** 300.00 a year: 104.65 and 104.65 leave 90.70; what is withdrawn gives 104.65 back. */
    @Test
    void theYearsBudgetIsKeptAndWhatIsWithdrawnComesBack() {
        SupportDesk.set(office, 30_000, 30_000, null);
        String first = desk.waits(List.of(7), "2009-05-09");
        String second = new SupportDesk(office).waits(List.of(3), "2009-05-09");
        String third = new SupportDesk(office).waits(List.of(4), "2009-05-09");
        Stream.of(first, second).forEach(each -> desk.grant(each, "2009-05-14").then().statusCode(200));
        desk.grant(third, "2009-05-14").then().statusCode(409).body("code", equalTo("support-budget-exceeded"))
                .body("detail", containsString("90.70"));
        desk.decide(third, Map.of("decision", "granted", "amountCents", 9_070, "reasons", List.of(), "decidedOn",
                "2010-05-14")).then().statusCode(200);
        desk.withdraw(first, "2009-05-15").then().statusCode(200).body("status", equalTo("withdrawn"))
                .body("withdrawal.why", equalTo("situation-changed"));
        desk.withdraw(first, "2009-05-15").then().statusCode(200);
        assertEquals(0, SupportDesk.counts(first));
        TestEvent told = Topics.awaitOne(TOPIC, desk.dossier, "fr.microcredit.commission.support-refused");
        assertEquals("[\"grant-withdrawn\"]", told.data().path("reasons").toString());
        String fourth = new SupportDesk(office).waits(List.of(5), "2009-05-16");
        desk.grant(fourth, "2009-05-18").then().statusCode(200);
        desk.grant(first, "2009-05-18").then().statusCode(409).body("code", equalTo("support-decided"));
    }

    /** 250.00 for a loan, 150.00 of it in a year. */
    @Test
    void aLoanHasALimitOfItsOwnAndOneForTheYear() {
        SupportDesk.set(office, 1_000_000, 25_000, 15_000L);
        String first = desk.waits(List.of(7), "2009-05-09");
        String second = desk.waits(List.of(8), "2009-06-09");
        desk.grant(first, "2009-05-14").then().statusCode(200);
        desk.grant(second, "2009-06-11").then().statusCode(409).body("code", equalTo("support-year-limit"))
                .body("detail", containsString("45.35"));
        desk.grant(second, "2010-01-07").then().statusCode(200);
        String third = desk.waits(List.of(9), "2010-02-09");
        desk.grant(third, "2011-01-06").then().statusCode(409).body("code", equalTo("support-dossier-limit"))
                .body("detail", containsString("40.70"));
    }

    /** Each has looked before the other has granted, were it not for the lock. */
    @Test
    void theLastEuroIsGrantedOnce() throws SQLException {
        SupportDesk.set(office, INSTALMENT, 30_000, null);
        String one = desk.waits(List.of(7), "2009-05-09");
        String other = new SupportDesk(office).waits(List.of(7), "2009-05-09");
        List<CompletableFuture<Response>> both;
        try (HeldLock budget = HeldLock.ofDossier("support-budget/" + office.office + "/2009")) {
            both = Stream.of(one, other).map(each -> CompletableFuture.supplyAsync(
                    () -> desk.grant(each, "2009-05-14"))).toList();
            budget.awaitWaiting(2);
        }
        assertEquals(List.of(200, 409), both.stream().map(each -> each.join().statusCode()).sorted().toList());
        both.stream().map(CompletableFuture::join).filter(each -> each.statusCode() == 409)
                .forEach(each -> each.then().body("code", equalTo("support-budget-exceeded"))
                        .body("detail", containsString("0.00")));
        assertEquals(INSTALMENT, db().number("select sum(counts_cents) from support_grant where tenant = ?",
                office.office));
    }

    /** The session's decision may be recorded after the bank has the money. */
    @Test
    void whatIsPaidWithoutAGrantIsListedAsUnmatchedUntilItIsGranted() {
        SupportDesk.set(office, 30_000, 30_000, null);
        String request = desk.waits(List.of(7), "2009-05-09");
        desk.paid(7, "support-commission", "2009-05-12").tell();
        desk.awaitApplied("microcredit.bank", 1);
        office.secretary().get("/support-requests/unmatched-payments").then().body("", hasSize(1))
                .body("[0].dossierId", equalTo(desk.dossier)).body("[0].instalment", equalTo(7))
                .body("[0].amountCents", equalTo(10_465)).body("[0].paidOn", equalTo("2009-05-12"));
        desk.decide(request, Map.of("decision", "granted", "amountCents", 10_000, "reasons", List.of(), "decidedOn",
                "2009-05-11")).then().statusCode(200).body("status", equalTo("paid"))
                .body("payment.paidCents", equalTo(10_465));
        assertEquals(INSTALMENT, SupportDesk.counts(request));
        office.secretary().get("/support-requests/unmatched-payments").then().body("", hasSize(0));
    }

    @Test
    void whatTheBorrowerHasPaidIsNotDecided() {
        SupportDesk.set(office, 30_000, 30_000, null);
        String request = desk.waits(List.of(7), "2009-05-09");
        desk.paid(7, "borrower", "2009-05-12").tell();
        desk.await(request, "lapsed");
        desk.grant(request, "2009-05-14").then().statusCode(409).body("code", equalTo("support-lapsed"));
    }

    @Test
    void nothingWaitsOnceTheLoanHasEnded() {
        SupportDesk.set(office, 30_000, 30_000, null);
        String waiting = desk.waits(List.of(7), "2009-05-09");
        String granted = desk.waits(List.of(8), "2009-06-09");
        desk.grant(granted, "2009-06-11").then().statusCode(200);
        desk.then("bank.accelerated", "afterThree", Map.of("effectiveOn", "2009-07-01")).tell();
        desk.await(waiting, "lapsed");
        desk.await(granted, "lapsed");
        assertEquals(0, SupportDesk.counts(granted));
        SupportDesk other = new SupportDesk(office);
        String left = other.waits(List.of(2), "2009-05-09");
        other.then("dossier.closed", "abandoned", Map.of("effectiveOn", "2009-07-02")).tell();
        other.await(left, "lapsed");
        office.secretary().get("/support-requests?status=waiting").then().body("", hasSize(0));
    }

    @Test
    void whoWaitsIsListedOldestFirstWithTheDays() {
        LocalDate today = LocalDate.now(BusinessCalendar.ZONE);
        String young = desk.waits(List.of(8), today.minusDays(7).toString());
        String old = new SupportDesk(office).waits(List.of(7), today.minusDays(8).toString());
        office.secretary().get("/support-requests?status=waiting").then()
                .body("requestId", equalTo(List.of(old, young))).body("days", equalTo(List.of(8, 7)))
                .body("overdue", equalTo(List.of(true, false)));
    }

    @Test
    void onlyThePresidentDecidesAndOnlyTheOwnOfficesRequests() {
        String request = desk.waits(List.of(7), "2009-05-09");
        Map<String, Object> refusal = Map.of("decision", "refused", "reasons", List.of("other-aid-possible"),
                "decidedOn", "2009-05-14");
        String decision = "/support-requests/" + request + "/decision";
        office.secretary().body(refusal).post(decision).then().statusCode(403);
        office.manager().body(refusal).post(decision).then().statusCode(403);
        new Commission().president().body(refusal).post(decision).then().statusCode(404);
        as(TestTokens.office(office.office, Roles.OFFICE_AGENT)).get("/support-requests").then().statusCode(403);
        desk.decide(UUID.randomUUID().toString(), refusal).then().statusCode(404);
        desk.decide(request, Map.of("decision", "refused", "reasons", List.of())).then().statusCode(422)
                .body("errors[0].code", equalTo("reason-required"));
        desk.decide(request, Map.of("decision", "refused", "reasons", List.of("other"), "decidedOn", "2009-05-08"))
                .then().statusCode(422).body("errors[0].pointer", equalTo("/decidedOn"));
        desk.decide(request, refusal).then().statusCode(200).body("status", equalTo("refused"));
        assertEquals("[\"other-aid-possible\"]", Topics.awaitOne(TOPIC, desk.dossier,
                "fr.microcredit.commission.support-refused").data().path("reasons").toString());
    }

    /**
     * Asked for the 7th and 8th; 50.00 by the commission, the rest of the 7th by the borrower, the 8th by the commission: 154.65 of
     * 209.30, 54.65 short. The 9th was on no request.
     */
    @Test
    void anyOrderAndRepetitionEndsInOneState() {
        SupportDesk.set(office, 1_000_000, 30_000, null);
        String expected = played(0, false);
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < 5; round++) {
            assertEquals(expected, played(seed + round, true), "seed " + (seed + round));
        }
    }

    private String played(long seed, boolean shuffled) {
        SupportDesk played = new SupportDesk(office);
        String request = UUID.randomUUID().toString();
        played.paid(6, "borrower", "2009-04-10").asks(request, List.of(7, 8), "2009-06-09");
        Topics.publish(shuffled ? played.shuffled(seed) : played.events());
        played.await(request, "waiting");
        played.grant(request, "2009-06-11").then().statusCode(200);
        played.received(7, "support-commission", 5_000, "2009-06-12").received(8, "borrower", 5_465, "2009-06-13")
                .paid(7, "borrower", "2009-06-13").paid(8, "support-commission", "2009-06-14")
                .paid(9, "support-commission", "2009-07-06")
                .then("bank.accelerated", "afterThree", Map.of("effectiveOn", "2009-11-01"))
                .then("dossier.closed", "abandoned", Map.of("effectiveOn", "2009-12-01", "bankId", Commission.BANK));
        Topics.publish(shuffled ? played.shuffled(seed) : played.events());
        played.awaitApplied("microcredit.bank", 7);
        played.awaitApplied("microcredit.dossier", 2);
        Await.until(Commission.LIMIT, () -> "it is paid", () -> "paid".equals(played.status(request)));
        office.secretary().get("/support-requests").then().body(of(request) + ".payment.paidCents", equalTo(15_465))
                .body(of(request) + ".payment.shortByCents", equalTo(5_465));
        office.secretary().get("/support-requests/unmatched-payments").then()
                .body("findAll { it.dossierId == '" + played.dossier + "' }.instalment", equalTo(List.of(9)));
        assertEquals(15_465, SupportDesk.counts(request));
        return played.document().replace(played.dossier, "dossier").replace(request, "request");
    }
}
