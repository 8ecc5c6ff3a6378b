package fr.microcredit.guarantee;

import static fr.microcredit.guarantee.Fund.as;
import static fr.microcredit.guarantee.Fund.balance;
import static fr.microcredit.guarantee.Fund.count;
import static fr.microcredit.guarantee.Fund.db;
import static fr.microcredit.guarantee.Fund.part;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class GuaranteeJourneyTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ROUNDS = 10;

    private final Fund fund = new Fund();

    @AfterEach
    void theLedgerIsSound() {
        given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().statusCode(200).body("sound", equalTo(true));
    }

    @AfterAll
    static void whatWasPublishedIsWhatWasPromised() {
        String[] elsewhere = Stream
                .of("subsidy-reversed", "restored", "claim-accepted", "claim-rejected", "claim-paid", "recovery-shared")
                .map(name -> "fr.microcredit.guarantee." + name).toArray(String[]::new);
        assertEquals(List.of(), Contracts.of("guarantee-service").published(elsewhere),
                "WithdrawnSubsidyJourneyTest, CorrectionJourneyTest and ClaimJourneyTest see to the others");
    }

    @Test
    void aGuaranteeLivesWithItsLoan() {
        Fund.endow(fund.national, 500_000);
        Fund.endow(fund.region, 500_000);
        Topics.publish(fund.loan(fund.id).events());
        fund.awaitEvents("guarantee.released", 1);
        assertEquals(75_000, part(fund.one("guarantee.reserved"), fund.region));
        assertEquals(150_000, part(fund.one("guarantee.effective"), fund.national));
        JsonNode twelfth = fund.all("guarantee.reduced").get(11).data();
        assertEquals(153_293, twelfth.path("outstandingCents").asLong());
        assertEquals(76_647, part(twelfth, fund.national));
        assertEquals(38_323, part(twelfth, fund.region));
        assertEquals(6_971, fund.one("guarantee.rebate-ordered").path("amountCents").asLong());
        assertEquals(13_942, fund.one("guarantee.rebate-ordered").path("baseCents").asLong());
        Await.until(LIMIT, () -> "the rebate is credited", () -> given().auth().oauth2(Fund.MANAGER)
                .get("/rebates/" + fund.id).path("status").equals("credited"));
        given().auth().oauth2(Fund.MANAGER).get("/guarantees/" + fund.id + "/" + Fund.BANK).then()
                .body("status", equalTo("released"))
                .body("outstandingCents", equalTo(0)).body("shares[0].fraction", equalTo("0.50"));
        assertEquals(500_000, balance("guarantor:" + fund.national + ":available"));
        assertEquals(0, balance("guarantor:" + fund.national + ":effective"));
        assertEquals(0, Fund.exposure(fund.person));
    }

    /** Reserved only, and paid out: when the borrower has withdrawn nothing stays promised. */
    @Test
    void whatWasWithdrawnIsReleasedWhereverItStood() {
        Fund.endow(fund.national, 500_000);
        fund.envelope(2008, 50_000);
        History early = fund.accepted(1, 150_000).then("bank.withdrawn", "before-the-pay-out", Map.of());
        Topics.publish(early.events());
        fund.awaitEvents("guarantee.released", 1);
        fund.awaitEvents("subsidy-released", 1);
        assertEquals("withdrawn", fund.one("guarantee.released").path("reason").asText());
        assertEquals("withdrawn", fund.one("subsidy-released").path("reason").asText());

        Fund late = new Fund(fund.national, fund.region, fund.office);
        Topics.publish(late.accepted(1, 150_000)
                .then("bank.disbursed", "one", Map.of("terms", late.terms(150_000), "table",
                        Fund.tree(Fund.table(150_000, 18, "1", LocalDate.of(2008, 11, 5)))))
                .then("bank.withdrawn", "after-the-pay-out", Map.of("effectiveOn", "2008-10-14")).events());
        late.awaitEvents("guarantee.released", 1);
        late.awaitEvents("subsidy-released", 1);
        assertEquals(500_000, balance("guarantor:" + fund.national + ":available"));
        assertEquals(50_000, balance("envelope:" + fund.office + ":2008:available"));
        assertEquals(0, balance("guarantor:" + fund.national + ":effective"));
        assertEquals(0, Fund.exposure(fund.person) + Fund.exposure(late.person));
    }

    /** The first bank has refused in its second round; the second one's first round is a round of its own. */
    @Test
    void anotherBankHasReservationsOfItsOwn() {
        Fund.endow(fund.national, 500_000);
        fund.envelope(2008, 50_000);
        Topics.publish(fund.accepted(1, 150_000).then("bank.decided", "disagreed", Map.of("round", 2))
                .then("bank.finalised", "refused", Map.of("round", 3))
                .then("bank.decided", "accepted",
                        Map.of("bankId", "ce-bourgogne", "round", 1, "revision", 2, "terms", fund.terms(150_000)))
                .events());
        fund.awaitEvents("guarantee.reserved", 2);
        fund.awaitEvents("subsidy-reserved", 2);
        assertEquals(List.of(Fund.BANK, "ce-bourgogne"),
                fund.all("guarantee.reserved").stream().map(event -> event.attributes().get("bankId")).toList());
        given().auth().oauth2(Fund.MANAGER).get("/guarantees/" + fund.id + "/" + Fund.BANK).then().body("status",
                equalTo("released"));
        given().auth().oauth2(Fund.MANAGER).get("/guarantees/" + fund.id + "/ce-bourgogne").then()
                .body("status", equalTo("reserved")).body("bankId", equalTo("ce-bourgogne"));
        assertEquals(425_000, balance("guarantor:" + fund.national + ":available"));
        assertEquals(150_000, Fund.exposure(fund.person));
    }

    /** The bank goes on with less guarantee, and the office pays the subsidy besides its envelope. */
    @Test
    void whatBankAndOfficeHaveAgreedOnIsAskedForAndNothingElse() {
        Fund.endow(fund.national, 60_000);
        fund.envelope(2008, 50_000);
        Map<String, Object> less = fund.terms(150_000);
        less.put("guarantees", List.of(Map.of("guarantor", fund.national, "share", "0.40")));
        less.put("subsidy", Map.of("method", "schedule-difference", "earlyEnd", "interest-to-date", "payer", "office"));
        Map<String, Object> second = new HashMap<>(Map.of("round", 2, "revision", 2, "terms", less));
        second.put("subsidyCents", null);
        Topics.publish(fund.accepted(1, 150_000).then("bank.decided", "accepted", second)
                .then("bank.disbursed", "one", Map.of("round", 2, "terms", less, "table",
                        Fund.tree(Fund.table(150_000, 18, "1", LocalDate.of(2008, 11, 5)))))
                .events());
        fund.awaitEvents("guarantee.declined", 1);
        fund.awaitEvents("guarantee.effective", 1);
        assertEquals(60_000, part(fund.one("guarantee.effective"), fund.national));
        fund.awaitEvents("subsidy-released", 1);
        assertEquals(0, fund.all("subsidy-committed").size());
        assertEquals(0, db().number("select count(*) from subsidy where starts_with(key, ?)"
                + " and document ->> 'agreement' is not null", fund.id),
                "the agreement is followed where the envelope bears it");
        assertEquals(50_000, balance("envelope:" + fund.office + ":2008:available"));
    }

    @Test
    void theLastEuroIsPromisedOnceHoweverManyAskAtOnce() {
        Fund.endow(fund.national, 200_000);
        List<String> ids = new ArrayList<>();
        List<TestEvent> asked = new ArrayList<>();
        for (int request = 0; request < 20; request++) {
            String key = UUID.randomUUID().toString();
            ids.add(key);
            asked.addAll(new History(key, fund.common(UUID.randomUUID().toString()))
                    .then("bank.decided", "accepted", Map.of("terms", fund.terms(30_000))).events());
        }
        Topics.publish(asked);
        Await.until(LIMIT, () -> "all are answered", () -> db().number(
                "select count(*) from guarantee where split_part(key, '/', 1) = any(?)",
                (Object) ids.toArray(String[]::new)) == 20);
        assertEquals(13, count(ids, "reserved"), "13 x 150.00 fit into 2 000.00");
        assertEquals(7, count(ids, "declined"));
        assertEquals(200_000 - 13 * 15_000, balance("guarantor:" + fund.national + ":available"));
    }

    @Test
    void thePersonsCapCountsOverAllOfficesAndNotAgainWhereAnAgentHasJudged() {
        Fund.endow(fund.national, 1_000_000);
        String first = UUID.randomUUID().toString();
        Topics.publish(
                new History(first, Map.of("officeId", "ccas-elsewhere", "bankId", "cm-dijon", "personId", fund.person))
                        .then("bank.decided", "accepted", Map.of("terms", fund.terms(200_000))).events());
        Await.until(LIMIT, () -> "the first is reserved", () -> count(List.of(first), "reserved") == 1);
        History asked = fund.accepted(1, 100_001);
        Topics.publish(asked.events());
        JsonNode declined = fund.one("guarantee.declined");
        assertEquals("person-cap-exceeded", declined.path("reasons").path(0).path("code").asText());
        assertFalse(declined.toString().contains("elsewhere"), "no other office's data");
        Map<String, Object> judged = fund.terms(100_001);
        judged.put("personCapJudged", true);
        Topics.publish(asked.continued().then("bank.decided", "accepted", Map.of("round", 2, "terms", judged))
                .events());
        assertEquals(2, fund.one("guarantee.reserved").path("round").asInt());
    }

    @Test
    void aNewRoundGivesBackWhatTheLastOneHeld() {
        Fund.endow(fund.national, 100_000);
        fund.envelope(2008, 10_000);
        History history = fund.accepted(1, 100_000);
        Topics.publish(history.events());
        fund.awaitEvents("guarantee.subsidy-reserved", 1);
        Map<String, Object> refused = new HashMap<>(Map.of("round", 3, "effectiveOn", "2008-11-01"));
        History again = history.continued()
                .then("bank.decided", "accepted",
                        Map.of("round", 2, "effectiveOn", "2008-10-01", "terms", fund.terms(150_000)))
                .then("bank.finalised", "refused", refused);
        Topics.publish(again.events());
        fund.awaitEvents("guarantee.released", 2);
        assertEquals(100_000, balance("guarantor:" + fund.national + ":available"));
        assertEquals(10_000, balance("envelope:" + fund.office + ":2008:available"));
        assertEquals(0, balance("envelope:" + fund.office + ":2008:reserved"));
        assertEquals(2, fund.all("guarantee.subsidy-released").size());
    }

    @Test
    void theSubsidyAccruesAtDayEndsAndAReservationRunsOut() {
        Fund.endow(fund.national, 1_000_000);
        String unused = UUID.randomUUID().toString();
        LocalDate accepted = Fund.today().isBefore(LocalDate.of(2008, 9, 1)) ? LocalDate.of(2008, 9, 1) : Fund.today();
        Fund.move(accepted);
        fund.envelope(2008, 10_000);
        Topics.publish(new History(unused, fund.common(UUID.randomUUID().toString()))
                .then("bank.decided", "accepted",
                        Map.of("effectiveOn", accepted.toString(), "terms", fund.terms(100_000)))
                .events());
        Topics.publish(fund.accepted(1, 150_000)
                .then("bank.disbursed", "one", Map.of("terms", fund.terms(150_000), "effectiveOn",
                        accepted.toString(), "table",
                        Fund.tree(Fund.table(150_000, 18, "1", accepted.plusDays(30)))))
                .events());
        fund.awaitEvents("guarantee.subsidy-committed", 1);
        Await.until(LIMIT, () -> "the other is reserved", () -> count(List.of(unused), "reserved") == 1);

        Fund.move(accepted.plusDays(30));
        assertEquals(0, fund.all("guarantee.subsidy-accrued").size(), "it accrues at the end of the day");
        Fund.move(accepted.plusDays(31));
        fund.awaitEvents("guarantee.subsidy-accrued", 1);
        Fund.move(accepted.plusDays(91));
        Topics.await("microcredit.guarantee", unused, 1, event -> event.type().endsWith("guarantee.expired"));
        assertEquals(1, count(List.of(unused), "expired"));
        fund.awaitEvents("guarantee.subsidy-accrued", 2);
        Fund.move(accepted.plusMonths(20));
        fund.awaitEvents("guarantee.subsidy-accrued", 18);
        assertEquals(4_087, fund.all("guarantee.subsidy-accrued").get(17).data().path("accruedCents").asLong());
        assertEquals(4_087, balance("envelope:" + fund.office + ":" + accepted.getYear() + ":accrued"));
    }

    @Test
    void anEnvelopeThatDoesNotHoldItDeclines() {
        Fund.endow(fund.national, 1_000_000);
        fund.envelope(2008, 4_086);
        Topics.publish(fund.accepted(1, 150_000).events());
        assertEquals("envelope-exceeded", fund.one("guarantee.subsidy-declined").path("reasons").path(0).asText());
        assertEquals(75_000, part(fund.one("guarantee.reserved"), fund.national));
    }

    @Test
    void aWrongAmountIsAnsweredByASecondEntryThatCitesTheFirst() {
        Response wrong = fund.envelope(2008, 3_900_000);
        String id = wrong.path("id");
        fund.asOffice().header("If-Match", wrong.header("ETag")).body(Map.of("amountCents", 390_000,
                "effectiveOn", "2008-07-01")).post("/grants/" + id + "/correction").then().statusCode(200)
                .body("amountCents", equalTo(390_000)).body("corrections", equalTo(1));
        assertEquals(390_000, balance("envelope:" + fund.office + ":2008:available"));
        assertEquals(1, db().number("select count(*) from ledger_entry where corrects = ?::uuid", id));
        fund.asOffice().header("If-Match", wrong.header("ETag")).body(Map.of("amountCents", 1, "effectiveOn",
                "2008-07-01")).post("/grants/" + id + "/correction").then().statusCode(412);
        fund.asOffice().get("/grants").then().body("items.id", hasItem(id));
        as(TestTokens.office("ccas-other", Roles.OFFICE_MANAGER)).get("/grants/" + id).then().statusCode(404);
        Topics.awaitOne("microcredit.guarantee", id, "fr.microcredit.guarantee.grant-corrected");
    }

    @Test
    void anyInterleavingEndsInOneState() {
        Fund.endow(fund.national, 100_000_000);
        Fund.endow(fund.region, 100_000_000);
        String expected = play(0, false);
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(expected, play(seed + round, true), "seed " + (seed + round));
        }
    }

    private String play(long seed, boolean shuffled) {
        String key = UUID.randomUUID().toString();
        History history = fund.loan(key);
        Topics.publish(shuffled ? history.shuffled(seed) : history.events());
        Await.until(LIMIT, () -> "the rebate is credited, seed " + seed, () -> db()
                .number("select count(*) from rebate where key = ? and status = 'credited'", key) == 1);
        String state = db().rows("select document #- '{about,dossierId}' from guarantee where starts_with(key, ?)", key)
                + " "
                + db().rows("select document #- '{about,dossierId}' from rebate where key = ?", key);
        List<String> told = Topics.await("microcredit.guarantee", key, 28, event -> true).stream()
                .map(event -> event.sequence() + event.type() + event.data().path("outstandingCents").asText())
                .toList();
        return state + " " + told;
    }

    @Test
    void replayedFromTheBeginningNothingIsDecidedAgain() {
        Fund.endow(fund.national, 500_000);
        Fund.endow(fund.region, 500_000);
        History history = fund.loan(fund.id);
        Topics.publish(history.events());
        fund.awaitEvents("guarantee.released", 1);
        awaitRead(history);
        long entries = entries();
        assertEquals(1, db().execute("delete from stream_progress where key = ?", fund.id));
        Topics.publish(history.events());
        awaitRead(history);
        assertEquals(entries, entries());
        assertEquals(1, fund.all("guarantee.reserved").size());
        assertEquals(1, fund.all("guarantee.rebate-ordered").size());
    }

    private void awaitRead(History history) {
        Await.until(LIMIT, () -> "all is read",
                () -> db().number("select coalesce(max(last), 0) from stream_progress where key = ?",
                        fund.id) == history.events().size());
    }

    private long entries() {
        return db().number("select count(*) from ledger_entry where dossier_id = ?::uuid", fund.id);
    }
}
