package fr.microcredit.bank;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.Topics;

/** Guarantee or subsidy are declined: bank and office find a way on, or the file ends with nothing left standing. */
@OnTestPlatform
class ProposalJourneyTest {
    private static final String TOPIC = "microcredit.bank";

    private final String id = UUID.randomUUID().toString();
    private final Counter counter = new Counter(Counter.BANK);
    private History history = new History(id, Map.of("officeId", "ccas-dijon", "bankId", Counter.BANK))
            .then("dossier.transmitted", "dijon", on("2008-09-20"));

    @Test
    void theBankGoesOnAloneAndDecidesInANewRound() {
        declined();
        counter.file(id).then().body("lost[0].of", equalTo("guarantee"))
                .body("lost[0].reason", equalTo("capacity-exceeded")).body("guarantee", equalTo("declined"));
        counter.act(id, "proposal", Map.of("guarantees", List.of(), "proposedOn", "2008-09-26")).then().statusCode(200)
                .body("nextStep", equalTo("await-office")).body("proposedGuarantees", equalTo(List.of()));
        JsonNode proposed = Topics.awaitOne(TOPIC, id, "fr.microcredit.bank.proposed").data();
        assertEquals(0, proposed.path("guarantees").size());
        assertEquals("capacity-exceeded", proposed.path("lost").path(0).path("reason").asText());
        counter.decide(id, "accepted", "2008-09-27").then().statusCode(409).body("code", equalTo("office-asked"));

        Topics.publish(history.continued().then("dossier.transmitted", "dijon",
                Map.of("effectiveOn", "2008-09-28", "revision", 2, "terms", alone())).events());
        counter.awaitStep(id, "decide-again");
        counter.decide(id, "accepted", "2008-09-29").then().statusCode(200).body("round", equalTo(2))
                .body("guarantee", equalTo("not-asked")).body("lost", equalTo(List.of()))
                .body("nextStep", equalTo("report-contract"));
        counter.contract(id).then().statusCode(200);
    }

    @Test
    void theOfficeDoesNotAgreeAndTheBankDecidesAgain() {
        declined();
        counter.act(id, "proposal", Map.of("guarantees", List.of(), "proposedOn", "2008-09-26")).then().statusCode(200);
        Topics.publish(history.continued()
                .then("dossier.proposal-declined", "one", Map.of("round", 1, "effectiveOn", "2008-09-27")).events());
        counter.awaitStep(id, "decide-again");
        counter.decide(id, "disagreed", "2008-09-28").then().statusCode(200);
    }

    @Test
    void whatIsAskedForTooMuchIsRefused() {
        declined();
        Map<String, Object> more = Map.of("guarantees", List.of(Map.of("guarantor", "fcs", "share", "0.60")));
        counter.act(id, "proposal", more).then().statusCode(422).body("errors[0].code", equalTo("more-than-agreed"));
        Map<String, Object> whole = Map.of("guarantees", List.of(Map.of("guarantor", "fcs", "share", "1")));
        counter.act(id, "proposal", whole).then().statusCode(422);
        new Counter("another-bank").request().header("If-Match", "\"1\"").body(Map.of("guarantees", List.of()))
                .post("/files/" + id + "/proposal").then().statusCode(404);
    }

    @Test
    void whatIsFoundNotToFitEndsHereToo() {
        declined();
        Topics.publish(history.continued().then("dossier.closed", "one", on("2008-09-28")).events());
        counter.awaitStep(id, "none");
        counter.file(id).then().body("status", equalTo("withdrawn"));
        Topics.awaitOne(TOPIC, id, "fr.microcredit.bank.withdrawn");
    }

    @AfterAll
    static void whatWasProposedWasTold() {
        assertEquals(List.of(), Contracts.of("bank-gateway-service").published().stream()
                .filter(fault -> fault.contains("proposed")).toList());
    }

    /** Accepted on 2008-09-25, and declined by the guarantor on the day. */
    private void declined() {
        Topics.publish(history.events());
        counter.awaitStep(id, "decide");
        counter.decide(id, "accepted", "2008-09-25").then().statusCode(200);
        history = history.continued().then("guarantee.declined", "capacity", on("2008-09-25"));
        Topics.publish(history.events());
        counter.awaitStep(id, "decide-again");
    }

    /** Without a guarantee, at the bank's rate. */
    private static Map<String, Object> alone() {
        Map<String, Object> terms = new HashMap<>(Map.of("schemeId", "dijon", "schemeVersion", "dijon-1",
                "amountCents", 150_000, "termMonths", 18, "borrowerRate", "4.40", "bankRate", "4.40", "commission",
                "required", "personCapCents", 300_000));
        terms.putAll(Map.of("reservationDays", 90, "approvalDays", 90, "guarantees", List.of()));
        return terms;
    }

    private static Map<String, Object> on(String day) {
        return Map.of("effectiveOn", day);
    }
}
