package fr.microcredit.guarantee;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class GuaranteeJourneyTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ROUNDS = 10;
    private static final String FUND = TestTokens.region(Roles.FUND_MANAGER);
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);

    private final String id = UUID.randomUUID().toString();
    private final String person = UUID.randomUUID().toString();
    private String national;
    private String region;
    private String office;

    @BeforeEach
    void fundsOfTheirOwn() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        national = "n" + mark;
        region = "r" + mark;
        office = "ccas-" + mark;
    }

    @AfterEach
    void theLedgerIsSound() {
        given().auth().oauth2(OPERATOR).get("/ledger/check").then().statusCode(200).body("sound", equalTo(true));
    }

    @Test
    void aGuaranteeLivesWithItsLoan() {
        endow(national, 500_000);
        endow(region, 500_000);
        Topics.publish(loan(id, "4.40").events());
        awaitEvents("guarantee.released", 1);
        assertEquals(75_000, part(one("guarantee.reserved"), region));
        assertEquals(150_000, part(one("guarantee.effective"), national));
        JsonNode twelfth = all("guarantee.reduced").get(11).data();
        assertEquals(153_293, twelfth.path("outstandingCents").asLong());
        assertEquals(76_647, part(twelfth, national));
        assertEquals(38_323, part(twelfth, region));
        assertEquals(6_971, one("guarantee.rebate-ordered").path("amountCents").asLong());
        assertEquals(13_942, one("guarantee.rebate-ordered").path("baseCents").asLong());
        given().auth().oauth2(FUND).get("/rebates/" + id).then().body("status", equalTo("credited"));
        given().auth().oauth2(FUND).get("/guarantees/" + id).then().body("status", equalTo("released"))
                .body("outstandingCents", equalTo(0));
        assertEquals(500_000, balance("guarantor:" + national + ":available"));
        assertEquals(0, balance("guarantor:" + national + ":effective"));
        assertEquals(0, db().number("select exposure_cents from person_exposure where person_id = ?::uuid", person));
        assertEquals(List.of(), Contracts.of("guarantee-service").published().violations());
    }

    @Test
    void theLastEuroIsPromisedOnceHoweverManyAskAtOnce() {
        endow(national, 200_000);
        List<String> ids = new ArrayList<>();
        List<TestEvent> asked = new ArrayList<>();
        for (int request = 0; request < 20; request++) {
            String key = UUID.randomUUID().toString();
            ids.add(key);
            asked.addAll(new History(key, common(UUID.randomUUID().toString()))
                    .then("bank-gateway-service", "bank.decided",
                            "accepted", Map.of("terms", terms(30_000, "1", List.of(share(national, "0.50")))))
                    .events());
        }
        Topics.publish(asked);
        Await.until(LIMIT, () -> "all are answered", () -> db().number(
                "select count(*) from guarantee where dossier_id = any(?::uuid[])",
                (Object) ids.toArray(String[]::new)) == 20);
        assertEquals(13, count(ids, "RESERVED"), "13 x 150.00 fit into 2 000.00");
        assertEquals(7, count(ids, "DECLINED"));
        assertEquals(200_000 - 13 * 15_000, balance("guarantor:" + national + ":available"));
    }

    @Test
    void thePersonsCapCountsOverAllOffices() {
        endow(national, 1_000_000);
        String first = UUID.randomUUID().toString();
        Topics.publish(
                new History(first, Map.of("officeId", "ccas-elsewhere", "bankId", "cm-dijon", "personId", person))
                        .then("bank-gateway-service", "bank.decided", "accepted",
                                Map.of("terms", terms(200_000, "1", List.of(share(national, "0.50")))))
                        .events());
        Await.until(LIMIT, () -> "the first is reserved", () -> count(List.of(first), "RESERVED") == 1);
        Topics.publish(accepted(1, 100_001).events());
        JsonNode declined = one("guarantee.declined");
        assertEquals("person-cap-exceeded", declined.path("reasons").path(0).path("code").asText());
        assertTrue(!declined.toString().contains("elsewhere"), "no other office's data");
    }

    @Test
    void aNewRoundGivesBackWhatTheLastOneHeld() {
        endow(national, 100_000);
        envelope(2008, 10_000);
        History history = accepted(1, 100_000);
        Topics.publish(history.events());
        awaitEvents("guarantee.subsidy-reserved", 1);
        History again = history.continued().then("bank-gateway-service", "bank.decided", "accepted",
                Map.of("round", 2, "effectiveOn", "2008-10-01", "terms",
                        terms(150_000, "1", List.of(share(national, "0.50")))))
                .then("bank-gateway-service", "bank.finalised", "refused",
                        Map.of("round", 3, "effectiveOn", "2008-11-01"));
        Topics.publish(again.events());
        awaitEvents("guarantee.released", 2);
        assertEquals(100_000, balance("guarantor:" + national + ":available"));
        assertEquals(10_000, balance("envelope:" + office + ":2008:available"));
        assertEquals(0, balance("envelope:" + office + ":2008:reserved"));
        assertEquals(2, all("guarantee.subsidy-released").size());
    }

    @Test
    void theSubsidyAccruesAtDayEndsAndAReservationRunsOut() {
        endow(national, 1_000_000);
        envelope(2008, 10_000);
        String unused = UUID.randomUUID().toString();
        LocalDate today = today();
        LocalDate accepted = today.isBefore(LocalDate.of(2008, 9, 1)) ? LocalDate.of(2008, 9, 1) : today;
        move(accepted);
        Topics.publish(new History(unused, common(UUID.randomUUID().toString()))
                .then("bank-gateway-service", "bank.decided",
                        "accepted",
                        Map.of("effectiveOn", accepted.toString(), "terms",
                                terms(100_000, "1", List.of(share(national, "0.50")))))
                .events());
        Topics.publish(accepted(1, 150_000)
                .then("bank-gateway-service", "bank.disbursed", "one",
                        Map.of("terms", terms(150_000, "1", List.of(share(national, "0.50"))), "effectiveOn",
                                accepted.toString(), "firstDueOn", accepted.plusDays(30).toString()))
                .events());
        awaitEvents("guarantee.subsidy-committed", 1);
        Await.until(LIMIT, () -> "the other is reserved", () -> count(List.of(unused), "RESERVED") == 1);

        move(accepted.plusDays(30));
        assertEquals(0, all("guarantee.subsidy-accrued").size(), "it accrues at the end of the day");
        move(accepted.plusDays(31));
        awaitEvents("guarantee.subsidy-accrued", 1);
        move(accepted.plusDays(91));
        assertEquals(1,
                Topics.await("microcredit.guarantee", unused, 1, event -> event.type().endsWith("guarantee.expired"))
                        .size());
        assertEquals(1, count(List.of(unused), "EXPIRED"));
        awaitEvents("guarantee.subsidy-accrued", 2);
        move(accepted.plusMonths(20));
        awaitEvents("guarantee.subsidy-accrued", 18);
        assertEquals(4_087, all("guarantee.subsidy-accrued").get(17).data().path("accruedCents").asLong());
        assertEquals(4_087, balance("envelope:" + office + ":" + accepted.getYear() + ":accrued"));
    }

    @Test
    void anEnvelopeThatDoesNotHoldItDeclines() {
        endow(national, 1_000_000);
        envelope(2008, 4_086);
        Topics.publish(accepted(1, 150_000).events());
        assertEquals("envelope-exceeded", one("guarantee.subsidy-declined").path("reasons").path(0).asText());
        assertEquals(75_000, part(one("guarantee.reserved"), national));
    }

    @Test
    void anyInterleavingEndsInOneState() {
        endow(national, 100_000_000);
        endow(region, 100_000_000);
        String expected = play(0, false);
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(expected, play(seed + round, true), "seed " + (seed + round));
        }
    }

    private String play(long seed, boolean shuffled) {
        String key = UUID.randomUUID().toString();
        History history = loan(key, "4.40");
        Topics.publish(shuffled ? history.shuffled(seed) : history.events());
        Await.until(LIMIT, () -> "the rebate is credited, seed " + seed, () -> db().number(
                "select count(*) from rebate where dossier_id = ?::uuid and status = 'CREDITED'", key) == 1);
        String state = db().rows("select to_jsonb(g) - 'dossier_id' from guarantee g where dossier_id = ?::uuid", key)
                + " " + db().rows("select to_jsonb(r) - 'dossier_id' from rebate r where dossier_id = ?::uuid", key);
        List<String> told = Topics.await("microcredit.guarantee", key, 28, event -> true).stream()
                .map(event -> event.sequence() + event.type() + event.data().path("outstandingCents").asText())
                .toList();
        return state + " " + told;
    }

    @Test
    void replayedFromTheBeginningNothingIsDecidedAgain() {
        endow(national, 500_000);
        endow(region, 500_000);
        History history = loan(id, "4.40");
        Topics.publish(history.events());
        awaitEvents("guarantee.released", 1);
        long entries = entries();
        db().execute("delete from inbox where event_id = any(?)",
                (Object) history.events().stream().map(TestEvent::id).toArray(String[]::new));
        db().execute("delete from stream_progress where key = ?", id);
        Topics.publish(history.events());
        Await.until(LIMIT, () -> "all is read again",
                () -> db().number("select coalesce(max(last), 0) from stream_progress where key = ?", id) == history
                        .events()
                        .size());
        assertEquals(entries, entries());
        assertEquals(1, all("guarantee.reserved").size());
        assertEquals(1, all("guarantee.rebate-ordered").size());
    }

    @Test
    void theDatabaseItselfRefusesAnUnbalancedOrOverdrawnLedger() {
        endow(national, 100);
        assertThrows(IllegalStateException.class, () -> db().execute("with e as (insert into ledger_entry (id, cause,"
                + " effective_on) values (gen_random_uuid(), 'forged', date '2008-01-01') returning id)"
                + " insert into ledger_posting select id, 'somewhere', 5 from e"));
        assertThrows(IllegalStateException.class, () -> db().execute("with e as (insert into ledger_entry (id, cause,"
                + " effective_on) values (gen_random_uuid(), 'overdrawn', date '2008-01-01') returning id)"
                + " insert into ledger_posting select id, a, c from e, (values (?, -101), ('elsewhere', 101)) as v(a, c)",
                "guarantor:" + national + ":available"));
        db().execute("alter table account_balance disable trigger all");
        db().execute("update account_balance set balance_cents = 99 where account = ?",
                "guarantor:" + national + ":available");
        given().auth().oauth2(OPERATOR).get("/ledger/check").then().body("sound", equalTo(false)).body("wrongBalances",
                equalTo(1));
        db().execute("update account_balance set balance_cents = 100 where account = ?",
                "guarantor:" + national + ":available");
        db().execute("alter table account_balance enable trigger all");
    }

    @Test
    void rolesAndTenantsAreHeld() {
        endow(national, 500_000);
        envelope(2008, 10_000);
        Topics.publish(accepted(1, 150_000).events());
        awaitEvents("guarantee.subsidy-reserved", 1);
        String own = TestTokens.office(office, Roles.OFFICE_MANAGER);
        String other = TestTokens.office("ccas-other", Roles.OFFICE_MANAGER);
        given().auth().oauth2(own).get("/subsidies/" + id).then().statusCode(200).body("amountCents", equalTo(4_087));
        given().auth().oauth2(own).get("/guarantees/" + id).then().statusCode(200);
        given().auth().oauth2(other).get("/subsidies/" + id).then().statusCode(404);
        given().auth().oauth2(other).get("/guarantees/" + id).then().statusCode(404);
        given().auth().oauth2(other).get("/rebates/" + id).then().statusCode(404);
        given().auth().oauth2(own).contentType("application/json").body(Map.of("amountCents", 1, "multiplier", "1"))
                .post("/guarantors/" + national + "/endowments").then().statusCode(403);
        given().auth().oauth2(TestTokens.bank("cm-dijon", Roles.BANK_AGENT)).get("/guarantees/" + id).then()
                .statusCode(403);
        given().auth().oauth2(FUND).contentType("application/json")
                .body(Map.of("amountCents", -1, "multiplier", "1e3", "more", 1))
                .post("/guarantors/" + national + "/endowments")
                .then().statusCode(400);
        given().auth().oauth2(FUND).contentType("application/json").body(Map.of("amountCents", -1, "multiplier", "1e3"))
                .post("/guarantors/" + national + "/endowments").then().statusCode(422)
                .body("errors.pointer", hasItem("/multiplier"));
    }

    private History accepted(int round, long cents) {
        return new History(id, common(person)).then("bank-gateway-service", "bank.decided", "accepted",
                Map.of("round", round, "terms", terms(cents, "1", List.of(share(national, "0.50")))));
    }

    /** The demonstration's dossier (e), repaid without incident. */
    private History loan(String key, String rate) {
        Map<String, Object> terms = new HashMap<>(
                terms(300_000, rate, List.of(share(national, "0.50"), share(region, "0.25"))));
        terms.remove("subsidy");
        terms.put("termMonths", 24);
        terms.put("rebate", Map.of("fraction", "0.50", "noUnpaid", true, "noDelay", false, "onRequest", false));
        History history = new History(key, common(key.equals(id) ? person : "99999999-9999-4999-8999-999999999999"))
                .then("bank-gateway-service", "bank.decided", "accepted", Map.of("terms", terms))
                .then("bank-gateway-service", "bank.contracted", "one", Map.of())
                .then("bank-gateway-service", "bank.disbursed", "one", Map.of("terms", terms));
        Schedule schedule = Schedule.constantInstalments(Money.ofCents(300_000), 24, Rate.ofPercent(rate));
        for (int number = 1; number <= 24; number++) {
            history.then("bank-gateway-service", "bank.instalment-paid", "first",
                    Map.of("number", number, "outstandingCents", schedule.outstandingAfter(number).cents()));
        }
        return history.then("bank-gateway-service", "bank.repaid-in-full", "one",
                Map.of("interestPaidByBorrowerCents", schedule.totalInterest().cents()))
                .then("bank-gateway-service", "bank.rebate-credited", "one", Map.of());
    }

    private Map<String, Object> common(String who) {
        return Map.of("officeId", office, "bankId", "cm-dijon", "personId", who);
    }

    private static Map<String, Object> share(String guarantor, String share) {
        return Map.of("guarantor", guarantor, "share", share);
    }

    private static Map<String, Object> terms(long cents, String borrowerRate, List<Map<String, Object>> guarantees) {
        Map<String, Object> terms = new HashMap<>(
                Map.of("schemeId", "dijon", "schemeVersion", "dijon-1", "amountCents", cents,
                        "termMonths", 18, "borrowerRate", borrowerRate, "bankRate", "4.40", "commission", "required",
                        "personCapCents", 300_000, "reservationDays", 90, "guarantees", guarantees));
        terms.put("subsidy", Map.of("method", "SCHEDULE_DIFFERENCE", "earlyEnd", "INTEREST_TO_DATE"));
        return terms;
    }

    private static void endow(String guarantor, long cents) {
        given().auth().oauth2(FUND).contentType("application/json")
                .body(Map.of("amountCents", cents, "multiplier", "1", "effectiveOn", "2008-07-01"))
                .post("/guarantors/" + guarantor + "/endowments").then().statusCode(200);
    }

    private void envelope(int year, long cents) {
        given().auth().oauth2(TestTokens.office(office, Roles.OFFICE_MANAGER)).contentType("application/json")
                .body(Map.of("year", year, "amountCents", cents, "effectiveOn", "2008-07-01")).post("/envelopes").then()
                .statusCode(200);
    }

    private static LocalDate today() {
        return LocalDate.parse(given().auth().oauth2(OPERATOR).get("/sandbox/business-date").path("today"));
    }

    private static void move(LocalDate to) {
        given().auth().oauth2(OPERATOR).contentType("application/json").body(Map.of("to", to.toString()))
                .post("/sandbox/business-date").then().statusCode(200);
    }

    private void awaitEvents(String type, int count) {
        Topics.await("microcredit.guarantee", id, count, event -> event.type().endsWith(type));
    }

    private JsonNode one(String type) {
        return Topics.await("microcredit.guarantee", id, 1, event -> event.type().endsWith(type)).get(0).data();
    }

    private List<TestEvent> all(String type) {
        return Topics.await("microcredit.guarantee", id, 0, event -> event.type().endsWith(type));
    }

    private static long part(JsonNode data, String guarantor) {
        for (JsonNode share : data.path("shares")) {
            if (share.path("guarantor").asText().equals(guarantor)) {
                return share.path("amountCents").asLong();
            }
        }
        throw new AssertionError(guarantor + " has no share in " + data);
    }

    private static long balance(String account) {
        return db().number("select balance_cents from account_balance where account = ?", account);
    }

    private static long count(List<String> ids, String status) {
        return db().number("select count(*) from guarantee where dossier_id = any(?::uuid[]) and status = ?",
                ids.toArray(String[]::new), status);
    }

    private long entries() {
        return db().number("select count(*) from ledger_entry where dossier_id = ?::uuid", id);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
