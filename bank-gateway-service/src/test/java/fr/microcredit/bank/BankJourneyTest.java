package fr.microcredit.bank;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class BankJourneyTest {
    private static final int ROUNDS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String id = UUID.randomUUID().toString();
    private final Counter counter = new Counter(Counter.BANK);

    @AfterAll
    static void everyKindOfEventWasPublishedAsItsSchemaSays() {
        assertEquals(List.of(), Contracts.of("bank-gateway-service").published(
                "fr.microcredit.bank.withdrawn", "fr.microcredit.bank.withdrawal-declined",
                "fr.microcredit.bank.proposed", "fr.microcredit.bank.agreed", "fr.microcredit.bank.agreement-lapsed",
                "fr.microcredit.bank.payment-received", "fr.microcredit.bank.overpayment-returned",
                "fr.microcredit.bank.corrected", "fr.microcredit.bank.prepaid", "fr.microcredit.bank.deferred",
                "fr.microcredit.bank.rescheduled", "fr.microcredit.bank.accelerated", "fr.microcredit.bank.claim-filed",
                "fr.microcredit.bank.claim-withdrawn", "fr.microcredit.bank.recovery-received",
                "fr.microcredit.bank.written-off"),
                "see WithdrawalJourneyTest, ProposalJourneyTest, AgreementJourneyTest, DefaultJourneyTest");
    }

    @Test
    void aFileBecomesALoanThatIsRepaid() {
        History history = arrived(id);
        counter.awaitStep(id, "decide");
        counter.file(id).then().body("identity.applicant.givenNames", equalTo("Camille"))
                .body("identity.declaredForm.resources[0].kind", equalTo("wages"))
                .body("terms.bankRate", equalTo("4.40"));
        counter.decide(id, "accepted", "2008-09-25").then().statusCode(200).body("nextStep",
                equalTo("await-guarantee"));
        counter.contract(id).then().statusCode(409).body("code", equalTo("guarantee-pending"));

        publishFrom(history, 2, history.then("guarantee.reserved", "one", Map.of())
                .then("guarantee.subsidy-reserved", "one", Map.of()));
        counter.awaitStep(id, "report-contract");
        counter.contract(id).then().statusCode(200);
        counter.act(id, "disbursement", Map.of("disbursedOn", "2008-10-05")).then().statusCode(422)
                .body("errors[0].code", equalTo("too-early")).body("errors[0].pointer", equalTo("/disbursedOn"));
        counter.disburse(id).then().statusCode(200).body("status", equalTo("disbursed"));
        counter.request().get("/loans/" + id).then().body("outstandingCents", equalTo(150_000)).body("schedule.size()",
                equalTo(18)).body("schedule[17].paymentCents", equalTo(8_408))
                .body("schedule[1].dueOn", equalTo("2008-12-05"));

        for (int number = 1; number <= 18; number++) {
            counter.pay(id, number, java.time.LocalDate.of(2008, 11, 5).plusMonths(number - 1).toString()).then()
                    .statusCode(200);
        }
        TestEvent repaid = Topics.awaitOne("microcredit.bank", id, "fr.microcredit.bank.repaid-in-full");
        assertEquals(1_191, repaid.data().path("interestPaidByBorrowerCents").asLong());
        assertEquals(0, repaid.data().path("longestDelayDays").asLong());
        List<TestEvent> all = Topics.await("microcredit.bank", id, 22, event -> true);
        assertEquals(22, all.size(), "decided, contracted, disbursed, 18 paid, repaid");
        assertEquals(java.util.stream.LongStream.rangeClosed(1, 22).boxed().toList(),
                all.stream().map(TestEvent::sequence).toList());
        assertFalse(all.toString().contains("Camille"), "no name on the bank's topic");
    }

    /** What was ticked off before comes with the file, what is ticked off later is told; no step of the bank's is dated by it. */
    @Test
    void theBankSeesWhatIsMetOfTheConditions() {
        History history = new History(id, Map.of("officeId", "udaf-poitiers", "bankId", Counter.BANK))
                .then("identity.disclosed", "one", Map.of())
                .then("dossier.transmitted", "region", Map.of("conditions",
                        List.of("payment-to-supplier", "budget-counselling"), "fulfilled",
                        List.of("budget-counselling")))
                .then("dossier.conditions-fulfilled", "one", Map.of("fulfilled",
                        List.of("budget-counselling", "payment-to-supplier"), "effectiveOn", "2010-02-20"));
        Topics.publish(history.events().subList(0, 2));
        counter.awaitStep(id, "decide");
        String since = counter.file(id).path("waitingSince");
        counter.file(id).then().body("fulfilled", contains("budget-counselling"));
        Topics.publish(history.events().get(2));
        Await.until(Duration.ofSeconds(30), () -> "the bank sees it",
                () -> counter.file(id).jsonPath().getList("fulfilled").size() == 2);
        counter.file(id).then().body("fulfilled", contains("budget-counselling", "payment-to-supplier"))
                .body("nextStep", equalTo("decide")).body("waitingSince", equalTo(since));
    }

    @Test
    void whereTheTermsHaveNoSubsidyOnlyTheGuaranteeIsWaitedFor() {
        History history = new History(id, Map.of("officeId", "udaf-poitiers", "bankId", Counter.BANK))
                .then("identity.disclosed", "one", Map.of())
                .then("dossier.transmitted", "region", Map.of("conditions", List.of("payment-to-supplier")));
        Topics.publish(history.events());
        counter.awaitStep(id, "decide");
        counter.file(id).then().body("conditions", contains("payment-to-supplier")).body("fileNumber",
                equalTo("POI-2010-0003"));
        counter.decide(id, "accepted", "2010-02-08").then().statusCode(200)
                .body("nextStep", equalTo("await-guarantee")).body("subsidy", equalTo("not-asked"));
        publishFrom(history, 2, history.then("guarantee.reserved", "one", Map.of()));
        counter.awaitStep(id, "report-contract");
    }

    @Test
    void aMissedInstalmentIsReportedAndARebateCredited() {
        loan(id);
        counter.request().body(Map.of("reportedOn", "2008-11-05")).post("/loans/" + id + "/instalments/1/miss").then()
                .statusCode(200).body("schedule[0].status", equalTo("missed"));
        TestEvent missed = Topics.awaitOne("microcredit.bank", id, "fr.microcredit.bank.instalment-missed");
        assertEquals(150_000, missed.data().path("outstandingCents").asLong());
        counter.pay(id, 1, "2008-11-25").then().statusCode(200).body("schedule[0].status", equalTo("paid"));
        counter.pay(id, 1, "2008-11-26").then().statusCode(409).body("code", equalTo("already-reported"));
        counter.pay(id, 3, "2009-01-05").then().statusCode(409).body("code", equalTo("earlier-instalment-unpaid"));

        counter.request().body(Map.of("creditedOn", "2009-01-05")).post("/loans/" + id + "/rebate-credit").then()
                .statusCode(409).body("code", equalTo("no-rebate-ordered"));
        Topics.publish(History.event("guarantee.rebate-ordered", "one", id, 3,
                Map.of("bankId", Counter.BANK, "officeId", "ccas-dijon")));
        Await.until(LIMIT, () -> "the order is here",
                () -> counter.request().get("/loans/" + id).path("rebateOrderedCents") != null);
        counter.request().body(Map.of("creditedOn", "2009-01-05")).post("/loans/" + id + "/rebate-credit").then()
                .statusCode(200);
        assertEquals(6_971, Topics.awaitOne("microcredit.bank", id, "fr.microcredit.bank.rebate-credited").data()
                .path("amountCents").asLong());
    }

    @Test
    void aDisagreementLeadsThroughTheMeetingToTheLastWord() {
        History history = arrived(id);
        counter.awaitStep(id, "decide");
        counter.decide(id, "disagreed", "2008-09-25").then().statusCode(200).body("nextStep", equalTo("await-meeting"));
        counter.finalise(id, "refused", "2008-09-26").then().statusCode(409).body("code", equalTo("meeting-required"));
        publishFrom(history, 2, history
                .then("commission.concertation-held", "changed", Map.of())
                .then("dossier.transmitted", "dijon",
                        Map.of("revision", 2, "terms", terms(180_000, 24))));
        counter.awaitStep(id, "decide-finally");
        counter.finalise(id, "accepted", "2009-02-05").then().statusCode(200).body("round", equalTo(2))
                .body("terms.amountCents", equalTo(180_000));
        assertEquals(2, Topics.awaitOne("microcredit.bank", id, "fr.microcredit.bank.finalised").data().path("revision")
                .asInt());
    }

    @Test
    void aDeclinedGuaranteeIsDecidedAgain() {
        History history = arrived(id);
        counter.awaitStep(id, "decide");
        counter.decide(id, "accepted", "2008-09-25").then().statusCode(200);
        publishFrom(history, 2, history.then("guarantee.declined", "capacity", Map.of())
                .then("guarantee.subsidy-reserved", "one", Map.of()));
        counter.awaitStep(id, "decide-again");
        counter.contract(id).then().statusCode(409).body("code", equalTo("guarantee-declined"));
        counter.decide(id, "accepted", "2008-09-28").then().statusCode(200).body("round", equalTo(2)).body("nextStep",
                equalTo("await-guarantee"));
    }

    @Test
    void anotherBankSeesNothing() {
        loan(id);
        Counter other = new Counter("ce-poitou");
        other.file(id).then().statusCode(404);
        other.request().get("/loans/" + id).then().statusCode(404);
        other.request().header("If-Match", "\"0\"").body(Map.of("decision", "accepted", "reasons", List.of()))
                .post("/files/" + id + "/decision").then().statusCode(404);
        other.request().body(Map.of("amountCents", 8_399, "payer", "borrower"))
                .post("/loans/" + id + "/instalments/1/payment")
                .then().statusCode(404);
        other.request().get("/files").then().body("items.dossierId", not(hasItem(id)));
        given().auth().oauth2(TestTokens.office("ccas-dijon", Roles.OFFICE_AGENT)).get("/files").then().statusCode(403);
        given().get("/files").then().statusCode(401);
    }

    @Test
    void aTombstoneErasesTheIdentityAndLeavesTheFile() {
        arrived(id);
        counter.awaitStep(id, "decide");
        Topics.publish(new TestEvent(UUID.randomUUID().toString(), "microcredit.identity", id,
                "fr.microcredit.identity.disclosed", 1, 2, Map.of("officeId", "ccas-dijon", "bankId", Counter.BANK,
                        "personId", "22222222-2222-4222-8222-222222222222", "effectiveOn", "2009-03-01"),
                null));
        Await.until(LIMIT, () -> "the identity is gone", () -> counter.file(id).path("identity") == null);
        counter.file(id).then().statusCode(200).body("identity", nullValue()).body("nextStep", equalTo("decide"));
    }

    @Test
    void banksNameAKeyForEveryCommand() {
        arrived(id);
        counter.awaitStep(id, "decide");
        given().auth().oauth2(TestTokens.bank(Counter.BANK, Roles.BANK_AGENT)).contentType("application/json")
                .header("If-Match", "\"0\"").body(Map.of("decision", "accepted", "reasons", List.of()))
                .post("/files/" + id + "/decision").then().statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
        String key = UUID.randomUUID().toString();
        String etag = counter.file(id).header("ETag");
        for (int attempt = 0; attempt < 3; attempt++) {
            given().auth().oauth2(TestTokens.bank(Counter.BANK, Roles.BANK_CLIENT)).contentType("application/json")
                    .header("If-Match", etag).header("Idempotency-Key", key)
                    .body(Map.of("decision", "accepted", "reasons", List.of())).post("/files/" + id + "/decision")
                    .then()
                    .statusCode(200);
        }
        assertEquals(1, Topics.await("microcredit.bank", id, 1, event -> true).size());
    }

    @Test
    void badInputIsNamed() {
        loan(id);
        counter.request().body(Map.of("amountCents", -5, "payer", "borrower"))
                .post("/loans/" + id + "/instalments/1/payment")
                .then().statusCode(422).body("errors.pointer", hasItem("/amountCents"));
        counter.request().body(Map.of("amountCents", 5, "payer", "uncle"))
                .post("/loans/" + id + "/instalments/1/payment")
                .then().statusCode(400).body("errors.pointer", hasItem("/payer"));
        counter.request().body(Map.of("amountCents", 1, "payer", "borrower", "paidOn", "2008-11-31"))
                .post("/loans/" + id + "/instalments/1/payment").then().statusCode(400);
        counter.request().body(Map.of("amountCents", 1, "payer", "borrower", "paidOn", "2008-11-05"))
                .post("/loans/" + id + "/instalments/1/payment").then().statusCode(422)
                .body("errors[0].code", equalTo("wrong-amount")).body("errors[0].pointer", equalTo("/amountCents"));
        counter.request().body(Map.of("amountCents", 1, "payer", "borrower"))
                .post("/loans/" + id + "/instalments/99/payment")
                .then().statusCode(404);
        counter.act(id, "decision", Map.of("decision", "perhaps", "reasons", List.of())).then().statusCode(400)
                .body("errors[0].pointer", equalTo("/decision"));
        counter.request().queryParam("status", "nonsense").get("/files").then().statusCode(400);
        counter.request().queryParam("cursor", "bm90IGEgY3Vyc29y").get("/files").then().statusCode(400);
    }

    @Test
    void anyInterleavingEndsInOneState() {
        String expected = play(0, false);
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(expected, play(seed + round, true), "seed " + (seed + round));
        }
    }

    /** Two stretches, since the bank's own acts lie between them: what comes before its view, and what answers it. */
    private String play(long seed, boolean shuffled) {
        String key = UUID.randomUUID().toString();
        History first = new History(key, Map.of("officeId", "ccas-dijon", "bankId", Counter.BANK))
                .then("dossier.opened", "one", withoutBank())
                .then("dossier.submitted", "washing-machine", Map.of())
                .then("identity.disclosed", "one", Map.of())
                .then("dossier.transmitted", "dijon", Map.of());
        Topics.publish(shuffled ? first.shuffled(seed) : first.events());
        counter.awaitStep(key, "decide");
        counter.decide(key, "disagreed", "2008-09-25").then().statusCode(200);
        History second = first.continued()
                .then("commission.concertation-held", "changed", Map.of())
                .then("dossier.transmitted", "dijon",
                        Map.of("revision", 2, "terms", terms(180_000, 24)))
                .then("identity.disclosed", "one", Map.of("effectiveOn", "2009-02-01"));
        Topics.publish(shuffled ? second.shuffled(seed) : second.events());
        counter.awaitStep(key, "decide-finally");
        counter.finalise(key, "accepted", "2009-02-05").then().statusCode(200);
        History third = second.continued().then("guarantee.reserved", "one", Map.of("round", 2))
                .then("guarantee.subsidy-reserved", "one", Map.of("round", 2));
        Topics.publish(shuffled ? third.shuffled(seed) : third.events());
        counter.awaitStep(key, "report-contract");
        assertEquals(0, db().number("select count(*) from parked_event where key = ?", key));
        return db().rows("select document #- '{about,dossierId}' from bank_file where key like ?", key + "/%")
                + " " + db().rows("select document::jsonb - 'dossierId' from identity where dossier_id = ?::uuid", key);
    }

    private static Map<String, Object> withoutBank() {
        Map<String, Object> none = new HashMap<>();
        none.put("bankId", null);
        return none;
    }

    private static Map<String, Object> terms(long amountCents, int months) {
        Map<String, Object> terms = new HashMap<>(Map.of("schemeId", "dijon", "schemeVersion", "dijon-1", "amountCents",
                amountCents, "termMonths", months, "borrowerRate", "1", "bankRate", "4.40", "commission", "required",
                "personCapCents", 300_000));
        terms.putAll(Map.of("reservationDays", 90, "approvalDays", 90, "guarantees",
                List.of(Map.of("guarantor", "fcs", "share", "0.50"))));
        return terms;
    }

    private History arrived(String dossier) {
        History history = new History(dossier, Map.of("officeId", "ccas-dijon", "bankId", Counter.BANK))
                .then("identity.disclosed", "one", Map.of())
                .then("dossier.transmitted", "dijon", Map.of());
        Topics.publish(history.events());
        return history;
    }

    private void loan(String dossier) {
        History history = arrived(dossier);
        counter.awaitStep(dossier, "decide");
        counter.decide(dossier, "accepted", "2008-09-25").then().statusCode(200);
        publishFrom(history, 2, history.then("guarantee.reserved", "one", Map.of())
                .then("guarantee.subsidy-reserved", "one", Map.of()));
        counter.awaitStep(dossier, "report-contract");
        counter.contract(dossier).then().statusCode(200);
        counter.disburse(dossier).then().statusCode(200);
    }

    private static void publishFrom(History history, int from, History extended) {
        Topics.publish(extended.events().subList(from, extended.events().size()));
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
