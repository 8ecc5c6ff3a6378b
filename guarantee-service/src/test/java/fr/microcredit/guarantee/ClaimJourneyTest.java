package fr.microcredit.guarantee;

import static fr.microcredit.guarantee.Defaulted.FILED;
import static fr.microcredit.guarantee.Defaulted.OWED;
import static fr.microcredit.guarantee.Defaulted.accounts;
import static fr.microcredit.guarantee.Fund.as;
import static fr.microcredit.guarantee.Fund.balance;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** A guarantee is called, paid by two guarantors, and money comes back (domain.md A.9, 6.2; story k). */
@OnTestPlatform
class ClaimJourneyTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final LocalDate IN_TIME = FILED.plusDays(15);

    private final Defaulted loan = new Defaulted();
    private final Fund fund = loan.fund;

    @AfterEach
    void theLedgerIsSound() {
        given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().statusCode(200).body("sound", equalTo(true));
        assertEquals(List.of(), Contracts.of("guarantee-service").published().stream()
                .filter(finding -> finding.contains("claim-") || finding.contains("recovery-"))
                .filter(finding -> !finding.endsWith("was never published")).toList());
    }

    /** 811.65 and 405.82 of 1,623.29; of 200.00 that come back 66.67 and 33.33 are theirs. */
    @Test
    void calledPaidOnTheFifteenthDayAndHalfOfWhatIsRecoveredGivenBack() {
        Defaulted.endow(fund);
        loan.toldAndFiled();
        assertEquals(List.of(418_835L, 81_165L, 0L, 0L, 0L), accounts(fund.national));
        loan.look().then().statusCode(200).body("claimedCents", equalTo((int) OWED))
                .body("overdueInterestCents", equalTo(1_677)).body("payBy", equalTo(IN_TIME.toString()))
                .body("filedOn", equalTo(FILED.toString())).body("shares.amountCents", contains(81_165, 40_582))
                .body("bankKeepsCents", equalTo(40_582)).body("documents.kind", contains("contract"))
                .body("speaksAgainst", contains("documents-missing"));
        given().auth().oauth2(Fund.MANAGER).get("/claims").then().body("items.claimId", hasItem(loan.claim));
        fund.asOffice().get("/guarantees/" + fund.id + "/" + Fund.BANK).then().body("status", equalTo("in-default"))
                .body("claimId", equalTo(loan.claim));

        loan.decide("accepted", FILED.plusDays(10)).then().statusCode(200).body("status", equalTo("accepted"))
                .body("late", equalTo(false)).body("partiesMeet", equalTo(false));
        assertEquals(List.of(418_835L, 0L, 81_165L, 0L, 0L), accounts(fund.national));
        assertEquals(List.of(459_418L, 0L, 40_582L, 0L, 0L), accounts(fund.region));
        assertEquals(81_165, Fund.part(fund.one("guarantee.claim-accepted"), fund.national));
        assertEquals(40_582, fund.one("guarantee.claim-accepted").path("bankKeepsCents").asLong());
        assertEquals(OWED, Fund.exposure(fund.person), "the borrower still owes it");

        loan.pay(fund.national, IN_TIME).then().statusCode(200).body("status", equalTo("accepted"));
        loan.pay(fund.region, IN_TIME).then().statusCode(200).body("status", equalTo("paid"))
                .body("late", equalTo(false));
        String recovery = UUID.randomUUID().toString();
        loan.more("bank.recovery-received", "first", Map.of("recoveryId", recovery));
        fund.awaitEvents("guarantee.recovery-shared", 1);
        assertEquals("[6667, 3333]", amounts(fund.one("guarantee.recovery-shared")).toString());
        assertEquals(10_000, fund.one("guarantee.recovery-shared").path("bankKeepsCents").asLong());
        assertEquals(List.of(418_835L, 0L, 0L, 74_498L, 6_667L), accounts(fund.national));
        assertEquals(List.of(459_418L, 0L, 0L, 37_249L, 3_333L), accounts(fund.region));

        loan.more("bank.recovery-received", "first", Map.of("recoveryId", recovery));
        loan.more("bank.written-off", "one", Map.of());
        fund.awaitEvents("guarantee.released", 1);
        assertEquals("written-off", fund.one("guarantee.released").path("reason").asText());
        assertEquals(1, fund.all("guarantee.recovery-shared").size(), "the same again has one effect");
        assertEquals(List.of(418_835L, 0L, 0L, 74_498L, 6_667L), accounts(fund.national), "nothing paid is released");
        fund.asOffice().get("/guarantees/" + fund.id + "/" + Fund.BANK).then().body("status", equalTo("ended"));
        given().auth().oauth2(Fund.MANAGER).get("/rebates/" + fund.id).then().body("status", equalTo("not-due"));
        assertEquals(0, fund.all("guarantee.rebate-ordered").size());
        assertEquals(0, Fund.exposure(fund.person));
        assertEquals(121_747, balance("convention:" + loan.convention + ":called"));
    }

    private static List<Long> amounts(com.fasterxml.jackson.databind.JsonNode data) {
        return Stream.of(0, 1).map(index -> data.path("parts").path(index).path("amountCents").asLong()).toList();
    }

    /** The example of domain.md A.7: of 108.07 over 24 months 79.48 is due after twelve, 28.59 goes back. */
    @Test
    void anAccelerationSettlesTheSubsidyAsAnEarlyEndDoes() {
        Fund.endow(fund.national, 500_000);
        fund.envelope(2008, 50_000);
        Map<String, Object> terms = fund.terms(300_000);
        terms.put("termMonths", 24);
        History told = new History(fund.id, fund.common(fund.person))
                .then("bank.decided", "accepted", Map.of("terms", terms, "subsidyCents", 10_807))
                .then("bank.disbursed", "one", Map.of("terms", terms, "table",
                        Fund.tree(Fund.table(300_000, 24, "1", LocalDate.of(2008, 11, 5)))))
                .then("bank.accelerated", "afterThree",
                        Map.of("effectiveOn", "2009-10-05", "outstandingCents", 150_745))
                .then("bank.repaid-in-full", "one", Map.of("effectiveOn", "2009-12-01"));
        Topics.publish(told.events());
        fund.awaitEvents("guarantee.released", 1);
        assertEquals(7_948, balance("envelope:" + fund.office + ":2008:accrued"));
        assertEquals(2_859, fund.one("guarantee.subsidy-released").path("amountCents").asLong());
        assertEquals("early-end", fund.one("guarantee.subsidy-released").path("reason").asText());
        assertEquals(0, balance("envelope:" + fund.office + ":2008:committed"));
    }

    /** A part of an instalment and a lump sum are repaid principal like any other. */
    @Test
    void whateverPrincipalIsRepaidFreesItsShares() {
        Defaulted.endow(fund);
        Topics.publish(loan.accelerated(loan.convention)
                .then("bank.payment-received", "part", Map.of("outstandingCents", 157_924))
                .then("bank.prepaid", "lumpSum", Map.of("outstandingCents", 100_000)).events());
        Await.until(LIMIT, () -> "the guarantee has fallen",
                () -> accounts(fund.region).equals(List.of(475_000L, 25_000L, 0L, 0L, 0L)));
        assertEquals(List.of(450_000L, 50_000L, 0L, 0L, 0L), accounts(fund.national));
    }

    /** Two claims at once: one is decided, the other can not be accepted beside it. */
    @Test
    void twoClaimsAtOncePayOnce() {
        Defaulted.endow(fund);
        String second = UUID.randomUUID().toString();
        Topics.publish(loan.filed(loan.convention).events());
        loan.more("bank.claim-filed", "afterThree", Map.of("claimId", second));
        Defaulted.awaitStatus(second, "filed");
        Defaulted.look(second).then().body("speaksAgainst", hasItem("another-claim"));
        loan.look().then().body("speaksAgainst", not(hasItem("another-claim")));
        Defaulted.decide(second, "accepted", IN_TIME).then().statusCode(409)
                .body("code", equalTo("claim-not-covered")).body("possible", contains("decision"));
        loan.accepted();
        Defaulted.decide(second, "accepted", IN_TIME).then().statusCode(409)
                .body("code", equalTo("claim-not-covered"));
        Defaulted.decide(second, "rejected", IN_TIME, "other").then().statusCode(200);
        assertEquals(81_165, balance("guarantor:" + fund.national + ":called"));
        assertEquals(1, fund.all("guarantee.claim-accepted").size());
    }

    /** Nothing refuses it by itself: it is listed with what speaks against it, and a fund manager rejects it. */
    @Test
    void aClaimOnALoanThatWasNeverGuaranteedIsListedAndRejectedByAPerson() {
        String claim = UUID.randomUUID().toString();
        Topics.publish(new History(fund.id, Defaulted.common(fund))
                .then("bank.claim-filed", "afterThree", Map.of("claimId", claim)).events());
        Defaulted.awaitStatus(claim, "filed");
        Defaulted.look(claim).then().body("speaksAgainst", hasItem("not-guaranteed")).body("shares", empty());
        given().auth().oauth2(Fund.MANAGER).get("/claims?status=filed").then().body("items.claimId", hasItem(claim));
        Defaulted.decide(claim, "accepted", IN_TIME).then().statusCode(409)
                .body("code", equalTo("claim-not-covered"));
        Defaulted.decide(claim, "rejected", IN_TIME).then().statusCode(422).body("errors[0].pointer",
                equalTo("/reasons"));
        Defaulted.decide(claim, "rejected", IN_TIME, "not-guaranteed").then().statusCode(200)
                .body("status", equalTo("rejected")).body("reasons", contains("not-guaranteed"));
        assertEquals("not-guaranteed", fund.one("guarantee.claim-rejected").path("reasons").path(0).asText());
        given().auth().oauth2(Fund.MANAGER).get("/claims").then().body("items.claimId", not(hasItem(claim)));
    }

    @Test
    void aClaimThatWasRejectedIsFiledAgainAndOneThatIsTakenBackEnds() {
        Defaulted.endow(fund);
        loan.toldAndFiled();
        loan.decide("rejected", FILED.plusDays(3), "documents-missing").then().statusCode(200);
        assertEquals(81_165, balance("guarantor:" + fund.national + ":effective"), "the guarantee goes on");
        String second = UUID.randomUUID().toString();
        loan.more("bank.claim-filed", "afterThree", Map.of("claimId", second, "effectiveOn", "2008-03-10"));
        loan.more("bank.claim-withdrawn", "one", Map.of("claimId", second, "effectiveOn", "2008-03-11"));
        Defaulted.awaitStatus(second, "withdrawn");
        Defaulted.decide(second, "accepted", LocalDate.of(2008, 3, 12)).then().statusCode(409)
                .body("code", equalTo("claim-stage"));
        String third = UUID.randomUUID().toString();
        loan.more("bank.claim-filed", "afterThree",
                Map.of("claimId", third, "effectiveOn", "2008-03-12", "baseCents", 150_000));
        Defaulted.awaitStatus(third, "filed");
        Defaulted.look(third).then().body("speaksAgainst", contains("documents-missing"));
        Defaulted.decide(third, "accepted", LocalDate.of(2008, 3, 28)).then().statusCode(200)
                .body("late", equalTo(true)).body("shares.amountCents", contains(75_000, 37_500));
        assertEquals(List.of(425_000L, 0L, 75_000L, 0L, 0L), accounts(fund.national), "what is above the base is free");
    }

    /** Before the decision it lowers the base; between decision and payment it is shared as after it. */
    @Test
    void whatIsRecoveredMeanwhileIsCounted() {
        Defaulted.endow(fund);
        loan.toldAndFiled();
        loan.more("bank.recovery-received", "first",
                Map.of("recoveryId", UUID.randomUUID().toString(), "amountCents", 12_329));
        Await.until(LIMIT, () -> "the base is lower", () -> loan.look().path("baseCents").equals(150_000));
        loan.decide("accepted", IN_TIME).then().statusCode(200).body("shares.amountCents", contains(75_000, 37_500));
        assertEquals(List.of(425_000L, 0L, 75_000L, 0L, 0L), accounts(fund.national));
        loan.more("bank.recovery-received", "first", Map.of("recoveryId", UUID.randomUUID().toString()));
        fund.awaitEvents("guarantee.recovery-shared", 1);
        assertEquals(List.of(425_000L, 0L, 68_333L, 0L, 6_667L), accounts(fund.national));
        loan.pay(fund.national, IN_TIME).then().statusCode(200);
        assertEquals(75_000, fund.one("guarantee.claim-paid").path("amountCents").asLong(), "its share to the cent");
        assertEquals(List.of(425_000L, 0L, 0L, 68_333L, 6_667L), accounts(fund.national));
    }

    /** A claim that is to decide keeps the guarantee of a loan that is written off; when it is rejected, it ends. */
    @Test
    void aLoanIsWrittenOffBeforeItsClaimIsDecided() {
        Defaulted.endow(fund);
        loan.toldAndFiled();
        TestEvent off = loan.more("bank.written-off", "one", Map.of());
        awaitRead(off);
        assertEquals(81_165, balance("guarantor:" + fund.national + ":effective"));
        loan.decide("rejected", IN_TIME, "other").then().statusCode(200);
        fund.awaitEvents("guarantee.released", 1);
        assertEquals(List.of(500_000L, 0L, 0L, 0L, 0L), accounts(fund.national));
        assertEquals(0, Fund.exposure(fund.person));
    }

    private static void awaitRead(TestEvent last) {
        Await.until(LIMIT, () -> "all is read", () -> Fund.db().number(
                "select coalesce(max(last), 0) from stream_progress where key = ?", last.key()) >= last.sequence());
    }

    /** Whatever order the bank's events come in, and however often. */
    @Test
    void anyInterleavingEndsInOneState() {
        long seed = Long.getLong("seed", System.nanoTime());
        Defaulted.endow(fund);
        String expected = null;
        for (int round = 0; round < 6; round++) {
            Defaulted each = new Defaulted(new Fund(fund.national, fund.region, fund.office), "half-to-guarantors",
                    null);
            History told = each.filed(loan.convention)
                    .then("bank.recovery-received", "first", Map.of("amountCents", 2_329, "recoveryId",
                            "66666666-6666-4666-8666-666666666661"))
                    .then("bank.recovery-received", "first", Map.of("amountCents", 10_000, "recoveryId",
                            "66666666-6666-4666-8666-666666666662"));
            Topics.publish(round == 0 ? told.events() : told.shuffled(seed + round));
            awaitRead(told.events().get(told.events().size() - 1));
            String state = Fund.db().rows("select document #- '{about}' #- '{id}' from guarantee_claim where key = ?",
                    each.claim) + " "
                    + Fund.db().rows(
                            "select document #- '{about}' #- '{claim}' from guarantee where starts_with(key, ?)",
                            each.fund.id);
            expected = expected == null ? state : expected;
            assertEquals(expected, state, "seed " + (seed + round));
            each.look().then().body("baseCents", equalTo(150_000));
            each.decide("rejected", IN_TIME, "other").then().statusCode(200);
            each.more("bank.repaid-in-full", "one", Map.of());
            each.fund.awaitEvents("guarantee.released", 1);
        }
    }

    /** Read again from the beginning, nothing is called, paid or shared again. */
    @Test
    void replayedFromTheBeginningNothingIsDecidedAgain() {
        Defaulted.endow(fund);
        loan.toldAndFiled().accepted();
        loan.pay(fund.national, IN_TIME).then().statusCode(200);
        TestEvent last = loan.more("bank.recovery-received", "first",
                Map.of("recoveryId", UUID.randomUUID().toString()));
        fund.awaitEvents("guarantee.recovery-shared", 1);
        List<Long> before = accounts(fund.national);
        String claim = loan.look().asString();
        assertEquals(1, Fund.db().execute("delete from stream_progress where key = ?", fund.id));
        Topics.publish(loan.all());
        awaitRead(last);
        assertEquals(before, accounts(fund.national));
        assertEquals(claim, loan.look().asString());
        assertEquals(1, fund.all("guarantee.recovery-shared").size());
        assertEquals(1, fund.all("guarantee.claim-accepted").size());
    }
}
