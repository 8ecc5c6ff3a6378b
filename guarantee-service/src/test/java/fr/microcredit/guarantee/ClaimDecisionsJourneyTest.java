package fr.microcredit.guarantee;

import static fr.microcredit.guarantee.Defaulted.FILED;
import static fr.microcredit.guarantee.Fund.as;
import static fr.microcredit.guarantee.Fund.balance;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

/** Who decides on claims and records payments, alone and at once with others (domain.md A.9, 6.2). */
@OnTestPlatform
class ClaimDecisionsJourneyTest {
    private static final LocalDate IN_TIME = FILED.plusDays(15);

    private final Defaulted loan = new Defaulted();
    private final Fund fund = loan.fund;

    @AfterEach
    void theLedgerIsSound() {
        given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().statusCode(200).body("sound", equalTo(true));
    }

    /** 1,217.47 each; 2,434.94 fit into 3,000.00, a third does not. */
    @Test
    void callsStayWithinTheEnvelopeAndThePartiesMeetWhenHalfOfItIsCalled() {
        Fund guarantors = new Fund();
        Defaulted.endow(guarantors);
        List<Defaulted> three = Stream.generate(() -> new Defaulted(
                new Fund(guarantors.national, guarantors.region, guarantors.office), "half-to-guarantors", 300_000L))
                .limit(3).map(each -> each.toldAndFiled(loan.convention)).toList();
        three.get(0).decide("accepted", IN_TIME).then().statusCode(200).body("partiesMeet", equalTo(false));
        three.get(1).decide("accepted", IN_TIME).then().statusCode(200).body("partiesMeet", equalTo(true));
        assertEquals(true, three.get(1).fund.one("guarantee.claim-accepted").path("partiesMeet").asBoolean());
        three.get(2).decide("accepted", IN_TIME).then().statusCode(409)
                .body("code", equalTo("call-envelope-exceeded"));
        given().auth().oauth2(Fund.MANAGER).get("/claims?status=accepted&limit=200").then()
                .body("items.find { it.claimId == '" + three.get(1).claim + "' }.partiesMeet", equalTo(true));
        assertEquals(243_494, balance("convention:" + loan.convention + ":called"));
    }

    /** The last euros of an envelope are called once, however many decide at once. */
    @Test
    void twoFundManagersAtOnceAreOneRightAnswerEach() {
        Fund guarantors = new Fund();
        Defaulted.endow(guarantors);
        List<Defaulted> two = Stream.generate(() -> new Defaulted(
                new Fund(guarantors.national, guarantors.region, guarantors.office), "half-to-guarantors", 121_747L))
                .limit(2).map(each -> each.toldAndFiled(loan.convention)).toList();
        List<CompletableFuture<Integer>> envelope = two.stream().map(each -> CompletableFuture
                .supplyAsync(() -> each.decide("accepted", IN_TIME).statusCode())).toList();
        assertEquals(List.of(200, 409), envelope.stream().map(CompletableFuture::join).sorted().toList());
        assertEquals(121_747, balance("convention:" + loan.convention + ":called"));

        Defaulted.endow(fund);
        loan.toldAndFiled();
        String version = loan.look().header("ETag");
        List<CompletableFuture<Integer>> contrary = Stream.of("accepted", "rejected")
                .map(decision -> CompletableFuture.supplyAsync(() -> as(Defaulted.OTHER_MANAGER)
                        .header("If-Match", version)
                        .body(Map.of("decision", decision, "decidedOn", IN_TIME.toString(), "reasons",
                                decision.equals("accepted") ? List.of() : List.of("other")))
                        .post("/claims/" + loan.claim + "/decision").statusCode()))
                .toList();
        assertEquals(List.of(200, 412), contrary.stream().map(CompletableFuture::join).sorted().toList());
        assertEquals(loan.look().path("status").equals("accepted") ? 81_165 : 0,
                balance("guarantor:" + fund.national + ":called"));
        List<CompletableFuture<Integer>> paid = Stream.of(IN_TIME, IN_TIME.plusDays(1))
                .map(day -> CompletableFuture.supplyAsync(() -> two.get(0).pay(guarantors.national, day).statusCode()))
                .toList();
        List<Integer> answers = paid.stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(two.get(0).look().path("status").equals("filed") ? List.of(409, 409) : List.of(200, 409), answers);
    }

    @Test
    void aPaymentIsOfAGuarantorOnceAndAfterTheDecision() {
        Defaulted.endow(fund);
        loan.toldAndFiled();
        loan.pay(fund.national, IN_TIME).then().statusCode(409).body("code", equalTo("claim-stage"))
                .body("possible", contains("decision"));
        loan.accepted();
        loan.pay(fund.national, FILED.plusDays(9)).then().statusCode(422).body("errors[0].pointer",
                equalTo("/paidOn"));
        loan.pay("somebody", IN_TIME).then().statusCode(422).body("errors[0].code", equalTo("not-a-guarantor"));
        loan.pay(fund.region, IN_TIME.plusDays(1)).then().statusCode(200).body("late", equalTo(true));
        loan.pay(fund.region, IN_TIME.plusDays(1)).then().statusCode(200);
        loan.pay(fund.region, IN_TIME.plusDays(2)).then().statusCode(409)
                .body("code", equalTo("share-already-paid"));
        loan.pay(fund.national, IN_TIME).then().statusCode(200).body("status", equalTo("paid"));
        assertEquals(2, fund.all("guarantee.claim-paid").size());
    }

    @Test
    void rolesAndTenantsAreHeld() {
        Defaulted.endow(fund);
        loan.toldAndFiled();
        fund.asOffice().get("/claims/" + loan.claim).then().statusCode(200).body("status", equalTo("filed"));
        as(TestTokens.office("ccas-other", Roles.OFFICE_MANAGER)).get("/claims/" + loan.claim).then().statusCode(404);
        fund.asOffice().get("/claims").then().statusCode(403);
        fund.asOffice().body(Map.of("decision", "accepted")).post("/claims/" + loan.claim + "/decision").then()
                .statusCode(403);
        as(TestTokens.region(Roles.AUDITOR)).get("/claims").then().statusCode(200);
        as(Fund.MANAGER).body(Map.of("decision", "accepted")).post("/claims/" + loan.claim + "/decision").then()
                .statusCode(428);
        as(Fund.MANAGER).header("If-Match", "\"0\"").body(Map.of("decision", "accepted"))
                .post("/claims/" + UUID.randomUUID() + "/decision").then().statusCode(404);
        as(Fund.MANAGER).header("If-Match", "\"0\"")
                .body(Map.of("decision", "accepted", "reasons", List.of("other")))
                .post("/claims/" + loan.claim + "/decision").then().statusCode(422);
    }
}
