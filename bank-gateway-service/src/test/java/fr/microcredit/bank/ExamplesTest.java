package fr.microcredit.bank;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.ExampleJourney;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/**
 * The commands and queries of the API in the order of {@code docs/api.md}: each succeeds where what it needs is there, and costs
 * what a command or a query may on the way to PostgreSQL, with a network between.
 */
@QuarkusTest
@QuarkusTestResource(value = TestPlatform.class, restrictToAnnotatedClass = true, initArgs = {
        @ResourceArg(name = "service", value = "bank"), @ResourceArg(name = "wire", value = "true")})
class ExamplesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOKEN = TestTokens.bank(Counter.BANK, Roles.BANK_CLIENT);

    private final Counter counter = new Counter(Counter.BANK);
    private final ExampleJourney examples = new ExampleJourney();
    private String id;
    private Map<String, Object> file;
    private History history;
    private int published;

    @Test
    void everyExampleSucceedsWhereWhatItNeedsIsThere() {
        examples.play(this::everything);
    }

    private void everything() {
        id = UUID.randomUUID().toString();
        file = Map.of("dossierId", id);
        history = new History(id, Map.of("officeId", "ccas-dijon", "bankId", Counter.BANK));
        published = 0;
        happened(history.then("identity.disclosed", "one", on("2008-07-01"))
                .then("dossier.transmitted", "dijon", on("2008-07-01")));
        counter.awaitStep(id, "decide");
        examples.send("FileResource_decide", TOKEN, file);

        happened(history.then("commission.concertation-held", "changed", on("2008-07-08"))
                .then("dossier.transmitted", "dijon",
                        Map.of("effectiveOn", "2008-07-09", "revision", 2, "terms", terms())));
        counter.awaitStep(id, "decide-finally");
        examples.send("FileResource_finalise", TOKEN, file);

        Map<String, Object> promised = Map.of("effectiveOn", "2008-07-09", "round", 2);
        happened(history.then("guarantee.reserved", "one", promised)
                .then("guarantee.subsidy-reserved", "one", promised));
        counter.awaitStep(id, "report-contract");
        examples.send("FileResource_contract", TOKEN, file);
        examples.send("AgreementResource_agree", TOKEN, file);
        examples.send("FileResource_disburse", TOKEN, file);
        theLoanIsReported();
        anotherLeavesTheStraightWay();
        examples.send("WithdrawalResource_confirmed", TOKEN, withdrawn(false));
        examples.send("WithdrawalResource_repaid", TOKEN, withdrawn(true));
        examples.send("WithdrawalResource_lapsed", TOKEN, withdrawn(true));
        examples.send("ProposalResource_propose", TOKEN, withoutGuarantee());
    }

    private void theLoanIsReported() {
        examples.send("LoanResource_paid", TOKEN, Map.of("dossierId", id, "number", 1));
        examples.send("LoanResource_missed", TOKEN, Map.of("dossierId", id, "number", 2));
        happened(history.then("guarantee.rebate-ordered", "one", on("2010-09-15")));
        Await.until(LIMIT, () -> "the order is here",
                () -> counter.request().get("/loans/" + id).path("rebateOrderedCents") != null);
        examples.send("LoanResource_rebateCredited", TOKEN, file);
        examples.look("LoanResource_read", TOKEN, file);
        examples.look("FileResource_read", TOKEN, file);
        examples.look("ScheduleResource_schedule", TOKEN, file);
        examples.look("FileResource_list", TOKEN, Map.of());
    }

    /** 3,000 over 24 months at 4.40 %, under the clauses of the shipped conventions; paid out on 2012-03-09. */
    private void anotherLeavesTheStraightWay() {
        Transmitted lent = new Transmitted(counter, Counter.BANK).arrived("2012-02-10", Default.TERMS)
                .accepted("2012-02-20");
        counter.act(lent.id, "contract", Map.of("signedOn", "2012-03-01", "firstDueOn", "2012-04-05")).then()
                .statusCode(200);
        counter.act(lent.id, "disbursement", Map.of("disbursedOn", "2012-03-09")).then().statusCode(200);
        Map<String, Object> loan = Map.of("dossierId", lent.id);
        examples.send("PaymentResource_received", TOKEN, loan);
        examples.send("PaymentResource_corrected", TOKEN, loan);
        counter.report(lent.id, "payment", Map.of("amountCents", 15_000, "payer", "borrower", "paidOn", "2012-04-06"))
                .then().statusCode(200);
        examples.send("PaymentResource_givenBack", TOKEN, loan);
        List.of("prepaid", "deferred", "rescheduled")
                .forEach(act -> examples.send("ChangeResource_" + act, TOKEN, loan));
        List.of("met", "accelerated", "claimed").forEach(act -> examples.send("DefaultResource_" + act, TOKEN, loan));
        String claim = counter.request().get("/loans/" + lent.id).path("claims[0].id");
        examples.send("DefaultResource_claimWithdrawn", TOKEN, Map.of("dossierId", lent.id, "claimId", claim));
        List.of("recovered", "writtenOff").forEach(act -> examples.send("DefaultResource_" + act, TOKEN, loan));
    }

    /** It has accepted, and no guarantor has. */
    private Map<String, Object> withoutGuarantee() {
        String other = UUID.randomUUID().toString();
        History its = new History(other, Map.of("officeId", "ccas-dijon", "bankId", Counter.BANK))
                .then("dossier.transmitted", "dijon", on("2008-07-01"));
        Topics.publish(its.events());
        counter.awaitStep(other, "decide");
        counter.decide(other, "accepted", "2008-07-01").then().statusCode(200);
        Topics.publish(its.continued().then("guarantee.declined", "capacity", on("2008-07-01")).events());
        counter.awaitStep(other, "decide-again");
        return Map.of("dossierId", other);
    }

    /** 3,000 at 4.40 %, contracted, and perhaps paid out on 2012-03-09. */
    private Map<String, Object> withdrawn(boolean paidOut) {
        String other = UUID.randomUUID().toString();
        History its = new History(other, Map.of("officeId", "ccas-dijon", "bankId", Counter.BANK))
                .then("dossier.transmitted", "dijon", Map.of("terms", terms(300_000, "4.40", List.of())));
        Topics.publish(its.events());
        counter.awaitStep(other, "decide");
        counter.decide(other, "accepted", "2012-02-20").then().statusCode(200);
        counter.act(other, "contract", Map.of("signedOn", "2012-03-01", "firstDueOn", "2012-04-05")).then()
                .statusCode(200);
        if (paidOut) {
            counter.act(other, "disbursement", Map.of("disbursedOn", "2012-03-09")).then().statusCode(200);
        }
        Topics.publish(its.then("dossier.withdrawal-asked", "one", on("2012-03-14")).events().get(1));
        counter.awaitStep(other, paidOut ? "report-withdrawal" : "confirm-withdrawal");
        return Map.of("dossierId", other);
    }

    /** As the meeting has changed them. */
    private static Map<String, Object> terms() {
        Map<String, Object> terms = new HashMap<>(
                terms(120_000, "1", List.of(Map.of("guarantor", "fcs", "share", "0.50"))));
        terms.put("subsidy", Map.of("method", "schedule-difference", "earlyEnd", "interest-to-date"));
        return terms;
    }

    private static Map<String, Object> terms(long cents, String borrowerRate, List<Object> guarantees) {
        Map<String, Object> terms = new HashMap<>(Map.of("schemeId", "dijon", "schemeVersion", "dijon-1", "amountCents",
                cents, "termMonths", 24, "borrowerRate", borrowerRate, "bankRate", "4.40", "commission", "required",
                "personCapCents", 300_000));
        terms.putAll(Map.of("reservationDays", 90, "approvalDays", 90, "guarantees", guarantees));
        return terms;
    }

    private static Map<String, Object> on(String day) {
        return Map.of("effectiveOn", day);
    }

    private void happened(History extended) {
        Topics.publish(extended.events().subList(published, extended.events().size()));
        published = extended.events().size();
    }
}
