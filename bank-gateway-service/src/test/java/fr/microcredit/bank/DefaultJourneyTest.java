package fr.microcredit.bank;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.Topics;

/**
 * The demonstration's story (k) at the bank's counter: 2,400 over 24 months at 4.40 %, eight instalments paid, three not, and
 * everything is due. By hand: 1,623.29 of principal, 16.77 of interest.
 */
@OnTestPlatform
class DefaultJourneyTest {
    private static final String TOPIC = "microcredit.bank";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String bank = "bank-" + UUID.randomUUID();
    private final Counter counter = new Counter(bank);

    @Test
    void theGuaranteeIsCalledAndMoneyComesBack() {
        Transmitted file = eightPaid();
        String id = file.id;
        missed(id, 9);
        missed(id, 10);
        counter.report(id, "acceleration", Map.of("acceleratedOn", "2009-08-20")).then().statusCode(409)
                .body("code", equalTo("not-in-default"))
                .body("possible", hasItems("payment", "deferral", "acceleration"));
        missed(id, 11);
        counter.report(id, "acceleration", Map.of("acceleratedOn", "2009-09-25")).then().statusCode(200)
                .body("status", equalTo("accelerated")).body("debt.principalCents", equalTo(162_329))
                .body("debt.interestCents", equalTo(1_677));
        JsonNode told = Topics.awaitOne(TOPIC, id, "fr.microcredit.bank.accelerated").data();
        assertEquals(162_329, told.path("outstandingCents").asInt());

        counter.report(id, "payment", Map.of("amountCents", 1, "payer", "borrower")).then().statusCode(409)
                .body("code", equalTo("loan-accelerated")).body("possible", contains("recovery", "claim", "write-off"));
        counter.report(id, "claim", Default.claim("2009-10-01")).then().statusCode(200)
                .body("claims", hasSize(1)).body("claims[0].status", equalTo("filed"));
        counter.report(id, "claim", Default.claim("2009-10-01")).then().statusCode(409)
                .body("code", equalTo("claim-already-filed"));
        JsonNode claim = Topics.awaitOne(TOPIC, id, "fr.microcredit.bank.claim-filed").data();
        assertEquals(List.of(162_329, 1_677, 0), List.of(claim.path("baseCents").asInt(),
                claim.path("overdueInterestCents").asInt(), claim.path("recoveredCents").asInt()));

        answered(file, claim.path("claimId").asText());
        counter.report(id, "recovery", Map.of("amountCents", 164_007, "receivedOn", "2009-11-05")).then()
                .statusCode(422).body("errors[0].code", equalTo("more-than-owed"));
        counter.report(id, "recovery", Map.of("amountCents", 20_000, "receivedOn", "2009-11-05")).then()
                .statusCode(200).body("debt.principalCents", equalTo(144_006)).body("debt.interestCents", equalTo(0));
        assertEquals(144_006, Topics.awaitOne(TOPIC, id, "fr.microcredit.bank.recovery-received").data()
                .path("debtCents").asInt());
        counter.report(id, "write-off", Map.of("reason", "uncollectible", "writtenOffOn", "2010-01-05")).then()
                .statusCode(200).body("status", equalTo("written-off")).body("outstandingCents", equalTo(0));
    }

    /** Both guarantors pay. */
    private void answered(Transmitted file, String claim) {
        String id = file.id;
        file.then("guarantee.claim-accepted",
                Map.of("effectiveOn", "2009-10-05", "claimId", claim, "payBy", "2009-10-16"))
                .then("guarantee.claim-paid",
                        Map.of("effectiveOn", "2009-10-16", "claimId", claim, "guarantor", "fcs", "amountCents",
                                81_165))
                .then("guarantee.claim-paid", Map.of("effectiveOn", "2009-10-16", "claimId", claim, "guarantor",
                        "region", "amountCents", 40_582));
        Await.until(LIMIT, () -> "both have paid",
                () -> counter.request().get("/loans/" + id).<List<Object>>path("claims[0].paid").size() == 2);
        counter.request().get("/loans/" + id).then().body("claims[0].status", equalTo("accepted"))
                .body("claims[0].payBy", equalTo("2009-10-16"))
                .body("claims[0].paid.guarantor", contains("fcs", "region"));
    }

    @Test
    void whatIsPaidOddlyIsTakenAndASlipIsAnswered() {
        String id = eightPaid().id;
        counter.report(id, "payment", Map.of("amountCents", 5_000, "payer", "borrower", "paidOn", dueOn(9))).then()
                .statusCode(200).body("schedule[8].status", equalTo("partial")).body("schedule[8].leftCents",
                        equalTo(5_465));
        counter.report(id, "payment", Map.of("amountCents", 8_000, "payer", "support-commission", "paidOn", dueOn(9)))
                .then().statusCode(200).body("overpaidCents", equalTo(2_535))
                .body("schedule[8].status", equalTo("paid"));
        counter.report(id, "overpayment-return", Map.of("amountCents", 2_535, "returnedOn", dueOn(9))).then()
                .statusCode(200).body("overpaidCents", equalTo(0));
        counter.report(id, "correction", Map.of("line", 10, "why", "wrong-loan", "correctedOn", dueOn(10))).then()
                .statusCode(409).body("code", equalTo("returned-already"));
        counter.report(id, "correction", Map.of("line", 11, "why", "wrong-loan", "correctedOn", dueOn(10))).then()
                .statusCode(200);
        counter.report(id, "correction", Map.of("line", 10, "why", "wrong-loan", "correctedOn", dueOn(10))).then()
                .statusCode(200).body("schedule[8].status", equalTo("partial")).body("overpaidCents", equalTo(0));
        counter.report(id, "correction", Map.of("line", 12, "why", "wrong-loan", "correctedOn", dueOn(10))).then()
                .statusCode(409).body("code", equalTo("correction-of-a-correction"));
        counter.request().get("/loans/" + id).then().body("journal", hasSize(13))
                .body("journal[11].kind", equalTo("correction")).body("journal[11].number", equalTo(11));
    }

    /** The office asks for a deferral, its support commission promises and takes back, over-indebtedness is admissible. */
    @Test
    void whatOfficeAndCommissionTellStandsOnTheLoan() {
        Transmitted file = eightPaid();
        String request = UUID.randomUUID().toString();
        file.then("dossier.deferral-asked", "two", Map.of("effectiveOn", "2009-07-10", "months", 2))
                .then("commission.support-granted",
                        Map.of("effectiveOn", "2009-07-11", "requestId", request, "amountCents", 10_465));
        Await.until(LIMIT, () -> "the promise is known",
                () -> counter.request().get("/loans/" + file.id).path("heard.promises[0].requestId") != null);
        counter.request().get("/loans/" + file.id).then().body("heard.deferral.months", equalTo(2))
                .body("heard.promises[0].amountCents", equalTo(10_465));
        file.then("commission.support-refused", Map.of("effectiveOn", "2009-07-12", "requestId", request))
                .then("dossier.over-indebtedness-admitted",
                        Map.of("effectiveOn", "2009-07-13", "admittedOn", "2009-07-12"));
        Await.until(LIMIT, () -> "payments are stopped",
                () -> counter.request().get("/loans/" + file.id).path("heard.paymentsStoppedOn") != null);
        Await.until(LIMIT, () -> "the promise is taken back", () -> counter.request().get("/loans/" + file.id)
                .<List<Object>>path("heard.promises").isEmpty());
        counter.report(file.id, "payment", Map.of("amountCents", 100, "payer", "borrower", "paidOn", "2009-07-13"))
                .then().statusCode(409).body("code", equalTo("payments-stopped"));
    }

    /** The eighth is the last paid; then two months off, 500.00 early, and the rest at once. */
    @Test
    void theTableChangesAndTheLoanEndsEarly() {
        String id = eightPaid().id;
        counter.report(id, "deferral", Map.of("months", 4, "grantedOn", "2009-07-10")).then().statusCode(422)
                .body("errors[0].code", equalTo("too-many-months"));
        counter.report(id, "deferral", Map.of("months", 2, "grantedOn", "2009-07-10")).then().statusCode(200)
                .body("schedule[8].dueOn", equalTo("2009-09-05")).body("tableVersion", equalTo(2))
                .body("outstandingCents", equalTo(162_329));
        counter.report(id, "prepayment", Map.of("amountCents", 50_000, "mode", "shorter-term", "paidOn", "2009-07-11"))
                .then().statusCode(200).body("outstandingCents", equalTo(112_329)).body("tableVersion", equalTo(3));
        int whole = 113_042;
        Map<String, Object> all = new HashMap<>(Map.of("amountCents", 1, "mode", "full", "paidOn", "2009-07-12"));
        counter.report(id, "prepayment", all).then().statusCode(422).body("errors[0].code", equalTo("wrong-amount"))
                .body("errors[0].detail", containsString(whole + " centimes"));
        all.put("amountCents", whole);
        counter.report(id, "prepayment", all).then().statusCode(200).body("status", equalTo("repaid"))
                .body("outstandingCents", equalTo(0));
        counter.report(id, "deferral", Map.of("months", 1, "grantedOn", "2009-07-13")).then().statusCode(409)
                .body("code", equalTo("loan-repaid")).body("possible", empty());
        assertEquals("full",
                Topics.await(TOPIC, id, 2, event -> event.type().equals("fr.microcredit.bank.prepaid")).get(1).data()
                        .path("mode")
                        .asText());
        counter.request().get("/loans/" + id).then().body("journal.kind", not(hasItems("correction")));
    }

    private void missed(String id, int number) {
        counter.request().body(Map.of("reportedOn", dueOn(number)))
                .post("/loans/" + id + "/instalments/" + number + "/miss").then().statusCode(200);
    }

    private Transmitted eightPaid() {
        Map<String, Object> terms = new HashMap<>(Default.TERMS);
        terms.put("amountCents", 240_000);
        Transmitted file = new Transmitted(counter, bank).arrived("2008-09-20", terms).accepted("2008-09-25");
        counter.contract(file.id).then().statusCode(200);
        counter.disburse(file.id).then().statusCode(200);
        for (int number = 1; number <= 8; number++) {
            counter.pay(file.id, number, dueOn(number)).then().statusCode(200);
        }
        return file;
    }

    private static String dueOn(int number) {
        return LocalDate.parse("2008-11-05").plusMonths(number - 1L).toString();
    }
}
