package fr.microcredit.guarantee;

import static fr.microcredit.guarantee.Fund.as;
import static fr.microcredit.guarantee.Fund.balance;
import static fr.microcredit.guarantee.Fund.db;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class LedgerJourneyTest {
    private final Fund fund = new Fund();

    @Test
    void anEndowmentSentAgainCountsOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("amountCents", 500_000, "multiplier", "2", "effectiveOn", "2008-07-01");
        String once = fundManager(key).body(body).post("/guarantors/" + fund.national + "/endowments").then()
                .statusCode(201).extract().path("id");
        fundManager(key).body(body).post("/guarantors/" + fund.national + "/endowments").then().statusCode(201)
                .header("Idempotent-Replayed", "true").header("Location", equalTo("/grants/" + once));
        given().auth().oauth2(Fund.MANAGER).contentType("application/json").body(body)
                .post("/guarantors/" + fund.national + "/endowments").then().statusCode(400);
        assertEquals(1_000_000, balance("guarantor:" + fund.national + ":available"));
        as(Fund.MANAGER).get("/guarantors").then().statusCode(200).body("account",
                hasItem("guarantor:" + fund.national + ":available"));
    }

    private static RequestSpecification fundManager(String key) {
        return given().auth().oauth2(Fund.MANAGER).contentType("application/json").header("Idempotency-Key", key);
    }

    @Test
    void anEnvelopeSentAgainCountsOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("year", 2008, "amountCents", 500_000, "effectiveOn", "2008-07-01");
        String once = officeManager().header("Idempotency-Key", key).body(body).post("/envelopes").then()
                .statusCode(201).extract().path("id");
        officeManager().header("Idempotency-Key", key).body(body).post("/envelopes").then().statusCode(201)
                .header("Idempotent-Replayed", "true").header("Location", equalTo("/grants/" + once));
        officeManager().body(body).post("/envelopes").then().statusCode(400);
        assertEquals(500_000, balance("envelope:" + fund.office + ":2008:available"));
    }

    private RequestSpecification officeManager() {
        return given().auth().oauth2(TestTokens.office(fund.office, Roles.OFFICE_MANAGER))
                .contentType("application/json");
    }

    @Test
    void whatAnotherOfficeGaveAndWhatNobodyGaveIsNotThere() {
        Response granted = fund.envelope(2008, 10_000);
        RequestSpecification other = as(TestTokens.office("ccas-other", Roles.OFFICE_MANAGER));
        Map<String, Object> body = Map.of("amountCents", 1, "effectiveOn", "2008-07-01");
        other.header("If-Match", granted.header("ETag")).body(body)
                .post("/grants/" + granted.path("id") + "/correction").then().statusCode(404);
        fund.asOffice().header("If-Match", "\"0\"").body(body)
                .post("/grants/" + UUID.randomUUID() + "/correction").then().statusCode(404);
        assertEquals(10_000, balance("envelope:" + fund.office + ":2008:available"));
    }

    @Test
    void aSlipOfThePenMakesNoGuarantor() {
        as(Fund.MANAGER).body(Map.of("amountCents", 500_000, "multiplier", "1", "effectiveOn", "2008-07-01"))
                .post("/guarantors/regoin/endowments").then().statusCode(404);
        assertEquals(0, db().number("select count(*) from account_balance where account like 'guarantor:regoin:%'"));
    }

    @Test
    void whatIsPromisedCanNotBeTakenBack() {
        Fund.endow(fund.national, 1_000_000);
        Response granted = fund.envelope(2008, 10_000);
        Topics.publish(fund.accepted(1, 150_000).events());
        fund.awaitEvents("guarantee.subsidy-reserved", 1);
        fund.asOffice().header("If-Match", granted.header("ETag"))
                .body(Map.of("amountCents", 4_086, "effectiveOn", "2008-07-01"))
                .post("/grants/" + granted.path("id") + "/correction").then().statusCode(409)
                .body("code", equalTo("already-promised"));
        fund.asOffice().header("If-Match", granted.header("ETag"))
                .body(Map.of("amountCents", 4_087, "effectiveOn", "2008-07-01"))
                .post("/grants/" + granted.path("id") + "/correction").then().statusCode(200);
        assertEquals(0, balance("envelope:" + fund.office + ":2008:available"));
    }

    @Test
    void theDatabaseItselfRefusesAnUnbalancedOrOverdrawnLedger() {
        Fund.endow(fund.national, 100);
        String available = "guarantor:" + fund.national + ":available";
        assertThrows(IllegalStateException.class, () -> db().execute("with e as (insert into ledger_entry (id, cause,"
                + " effective_on) values (gen_random_uuid(), 'forged', date '2008-01-01') returning id)"
                + " insert into ledger_posting select id, 'somewhere', 5 from e"));
        assertThrows(IllegalStateException.class, () -> db().execute("with e as (insert into ledger_entry (id, cause,"
                + " effective_on) values (gen_random_uuid(), 'overdrawn', date '2008-01-01') returning id)"
                + " insert into ledger_posting select id, a, c from e, (values (?, -101), ('elsewhere', 101)) as v(a, c)",
                available));
        assertEquals(100, balance(available));
        given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().body("sound", equalTo(true));
    }

    @Test
    void aForgedBalanceIsFound() {
        Fund.endow(fund.national, 100);
        String available = "guarantor:" + fund.national + ":available";
        db().execute("update account_balance set balance_cents = 99 where account = ?", available);
        try {
            given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().body("sound", equalTo(false))
                    .body("wrongBalances", equalTo(1));
        } finally {
            db().execute("update account_balance set balance_cents = 100 where account = ?", available);
        }
        given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().body("sound", equalTo(true));
    }

    @Test
    void rolesAndTenantsAreHeld() {
        Fund.endow(fund.national, 500_000);
        fund.envelope(2008, 10_000);
        Topics.publish(fund.accepted(1, 150_000).events());
        fund.awaitEvents("guarantee.subsidy-reserved", 1);
        String other = TestTokens.office("ccas-other", Roles.OFFICE_MANAGER);
        fund.asOffice().get("/subsidies/" + fund.id + "/" + Fund.BANK).then().statusCode(200).body("amountCents",
                equalTo(4_087));
        fund.asOffice().get("/guarantees/" + fund.id + "/" + Fund.BANK).then().statusCode(200);
        as(other).get("/subsidies/" + fund.id + "/" + Fund.BANK).then().statusCode(404);
        as(other).get("/guarantees/" + fund.id + "/" + Fund.BANK).then().statusCode(404);
        as(other).get("/rebates/" + fund.id).then().statusCode(404);
        fund.asOffice().body(Map.of("amountCents", 1, "multiplier", "1"))
                .post("/guarantors/" + fund.national + "/endowments").then().statusCode(403);
        as(TestTokens.bank("cm-dijon", Roles.BANK_AGENT)).get("/guarantees/" + fund.id + "/" + Fund.BANK).then()
                .statusCode(403);
        as(Fund.MANAGER).body(Map.of("amountCents", -1, "multiplier", "1e3", "more", 1))
                .post("/guarantors/" + fund.national + "/endowments").then().statusCode(400);
        as(Fund.MANAGER).body(Map.of("amountCents", -1, "multiplier", "1e3"))
                .post("/guarantors/" + fund.national + "/endowments").then().statusCode(422)
                .body("errors.pointer", hasItem("/multiplier"));
        fund.asOffice().body(Map.of("year", 2012, "amountCents", 100, "effectiveOn", "2008-07-01")).post("/envelopes")
                .then().statusCode(422).body("errors[0].code", equalTo("year-out-of-reach"));
    }
}
