package fr.microcredit.bank;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** A borrower withdraws, before and after the money is paid out. */
@OnTestPlatform
class WithdrawalJourneyTest {
    private static final String WITHDRAWN = "fr.microcredit.bank.withdrawn";

    private final String id = UUID.randomUUID().toString();
    private final Counter counter = new Counter(Counter.BANK);
    private final History history = new History(id, Map.of("officeId", "ccas-dijon", "bankId", Counter.BANK));
    private int published;

    @AfterAll
    static void whatIsPublishedIsWhatWasPromised() {
        assertEquals(List.of(), Contracts.of("bank-gateway-service").published().stream()
                .filter(finding -> finding.contains("bank.withdraw")).toList());
    }

    @Test
    void aFileOfWhoGivesUpIsClosedAndNothingIsDoneOnItAnyMore() {
        arrived();
        counter.decide(id, "accepted", "2008-10-05").then().statusCode(200);
        happened(history.then("dossier.withdrawal-asked", "one", Map.of()));
        counter.awaitStep(id, "none");
        counter.file(id).then().body("status", equalTo("withdrawn")).body("withdrawnOn", equalTo("2008-10-03"));
        TestEvent told = Topics.awaitOne("microcredit.bank", id, WITHDRAWN);
        assertTrue(told.data().path("repaid").isMissingNode());
        assertEquals("2008-10-05", told.attribute("effectiveOn"), "what ends the file is dated after what it ends");
        counter.act(id, "contract", Map.of("signedOn", "2008-10-06", "firstDueOn", "2008-11-05")).then().statusCode(409)
                .body("code", equalTo("file-stage"));
        happened(history.then("guarantee.reserved", "one", Map.of()));
        counter.file(id).then().body("status", equalTo("withdrawn"));
    }

    /** On the eighth day after the signature money may be out: the file waits for the bank, and what is promised with it. */
    @Test
    void aContractOnWhichMoneyMayBeOutIsEndedByTheBanksWord() {
        signed();
        happened(history.then("dossier.withdrawal-asked", "one", Map.of("effectiveOn", "2012-03-09")));
        counter.awaitStep(id, "confirm-withdrawal");
        counter.request().get("/files?waitingFor=confirm-withdrawal").then().statusCode(200)
                .body("items.dossierId", hasItem(id));
        counter.file(id).then().body("status", equalTo("contracted")).body("withdrawnOn", equalTo("2012-03-09"));
        counter.act(id, "withdrawal-lapse", Map.of("effectiveOn", "2012-03-10")).then().statusCode(409)
                .body("code", equalTo("file-stage"))
                .body("possible", equalTo(List.of("withdrawal-confirmation", "disbursement")));
        counter.act(id, "withdrawal-confirmation", Map.of("confirmedOn", "2012-03-08")).then().statusCode(422)
                .body("errors.code", hasItem("before-the-withdrawal"));
        counter.act(id, "withdrawal-confirmation", Map.of("confirmedOn", "2012-03-12")).then().statusCode(200)
                .body("status", equalTo("withdrawn")).body("nextStep", equalTo("none"));
        TestEvent told = Topics.awaitOne("microcredit.bank", id, WITHDRAWN);
        assertTrue(told.data().path("repaid").isMissingNode());
        assertEquals("2012-03-12", told.attribute("effectiveOn"));
        counter.act(id, "disbursement", Map.of("disbursedOn", "2012-03-12")).then().statusCode(409)
                .body("code", equalTo("file-stage"));
    }

    @Test
    void whatHadBeenPaidOutByThenIsReportedAndComesBack() {
        signed();
        happened(history.then("dossier.withdrawal-asked", "one", Map.of("effectiveOn", "2012-03-14")));
        counter.awaitStep(id, "confirm-withdrawal");
        counter.act(id, "disbursement", Map.of("disbursedOn", "2012-03-09")).then().statusCode(200)
                .body("status", equalTo("disbursed")).body("nextStep", equalTo("report-withdrawal"));
        counter.act(id, "withdrawal-confirmation", Map.of("confirmedOn", "2012-03-14")).then().statusCode(409)
                .body("code", equalTo("file-stage"))
                .body("possible", equalTo(List.of("withdrawal", "withdrawal-lapse")));
        counter.act(id, "withdrawal", Map.of("amountCents", 150_021, "repaidOn", "2012-03-14")).then()
                .statusCode(200).body("status", equalTo("withdrawn"));
        assertEquals(21, Topics.awaitOne("microcredit.bank", id, WITHDRAWN).data().path("repaid")
                .path("interestCents").asLong());
    }

    @Test
    void reportedAsPaidOutBeforeALateAskTheLoanGoesOn() {
        signed();
        happened(history.then("dossier.withdrawal-asked", "one", Map.of("effectiveOn", "2012-03-16")));
        counter.awaitStep(id, "confirm-withdrawal");
        counter.act(id, "disbursement", Map.of("disbursedOn", "2012-03-09")).then().statusCode(200)
                .body("nextStep", equalTo("none")).body("withdrawnOn", nullValue());
        assertEquals("too-late", Topics.awaitOne("microcredit.bank", id, "fr.microcredit.bank.withdrawal-declined")
                .data().path("reason").asText());
        counter.pay(id, 1, "2012-04-05").then().statusCode(200);
    }

    /** By the law of contracts from 2011-05-01; 1,500 at 1 % over five days: 20.5 cents. */
    @Test
    void whatWasPaidOutComesBackWithTheInterestOfItsDays() {
        paidOut();
        happened(history.then("dossier.withdrawal-asked", "one", Map.of("effectiveOn", "2012-03-14")));
        counter.awaitStep(id, "report-withdrawal");
        counter.act(id, "withdrawal", Map.of("amountCents", 150_020, "repaidOn", "2012-03-14")).then()
                .statusCode(422).body("errors.code", hasItem("not-what-is-owed"));
        counter.act(id, "withdrawal", Map.of("amountCents", 150_021, "repaidOn", "2012-03-14")).then()
                .statusCode(200).body("status", equalTo("withdrawn")).body("nextStep", equalTo("none"));
        TestEvent told = Topics.awaitOne("microcredit.bank", id, WITHDRAWN);
        assertEquals(150_000, told.data().path("repaid").path("principalCents").asLong());
        assertEquals(21, told.data().path("repaid").path("interestCents").asLong());
        assertEquals("2012-03-14", told.attribute("effectiveOn"));
        counter.pay(id, 1, "2012-04-05").then().statusCode(409).body("code", equalTo("loan-withdrawn"));
        counter.request().get("/loans/" + id).then().statusCode(200);
    }

    @Test
    void afterTheLawsDaysTheLoanGoesOn() {
        paidOut();
        happened(history.then("dossier.withdrawal-asked", "one", Map.of("effectiveOn", "2012-03-16")));
        assertEquals("too-late", Topics.awaitOne("microcredit.bank", id, "fr.microcredit.bank.withdrawal-declined")
                .data().path("reason").asText());
        counter.act(id, "withdrawal", Map.of("amountCents", 150_029, "repaidOn", "2012-03-16")).then()
                .statusCode(409).body("code", equalTo("file-stage"));
        counter.pay(id, 1, "2012-04-05").then().statusCode(200);
    }

    @Test
    void askedBeforeTheFileIsHereItWaitsForIt() {
        List<TestEvent> both = history.then("dossier.transmitted", "dijon", Map.of())
                .then("dossier.withdrawal-asked", "one", Map.of()).events();
        Topics.publish(both.get(1), both.get(0));
        Topics.awaitOne("microcredit.bank", id, WITHDRAWN);
    }

    private void arrived() {
        happened(history.then("identity.disclosed", "one", Map.of()).then("dossier.transmitted", "dijon", Map.of()));
        counter.awaitStep(id, "decide");
    }

    private void paidOut() {
        signed();
        counter.act(id, "disbursement", Map.of("disbursedOn", "2012-03-09")).then().statusCode(200);
    }

    private void signed() {
        arrived();
        counter.decide(id, "accepted", "2012-02-20").then().statusCode(200);
        happened(history.then("guarantee.reserved", "one", Map.of("effectiveOn", "2012-02-20"))
                .then("guarantee.subsidy-reserved", "one", Map.of("effectiveOn", "2012-02-20")));
        counter.awaitStep(id, "report-contract");
        counter.act(id, "contract", Map.of("signedOn", "2012-03-01", "firstDueOn", "2012-04-05")).then()
                .statusCode(200);
    }

    private void happened(History extended) {
        Topics.publish(extended.events().subList(published, extended.events().size()));
        published = extended.events().size();
    }
}
