package fr.microcredit.guarantee;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.ExampleJourney;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/**
 * The commands and queries of the API in the order of {@code docs/api.md}: each succeeds where what it needs is there, and costs
 * what a command or a query may on the way to PostgreSQL, with a network between.
 */
@QuarkusTest
@QuarkusTestResource(value = TestPlatform.class, restrictToAnnotatedClass = true, initArgs = {
        @ResourceArg(name = "service", value = "guarantee"), @ResourceArg(name = "wire", value = "true")})
class ExamplesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ExampleJourney examples = new ExampleJourney();
    private Fund fund;

    /** One subsidised, one with a rebate. */
    private void aLoanIsPromised(String manager, Map<String, String> names) {
        Fund.endow(fund.region, 500_000);
        Topics.publish(fund.accepted(1, 150_000).events());
        awaitStatus("/subsidies/" + fund.id + "/" + Fund.BANK, manager, "reserved");
        Map<String, Object> loan = Map.of("dossierId", fund.id, "bankId", Fund.BANK);
        examples.look("GuaranteeResource_guarantee", manager, loan, names);
        examples.look("SubsidyResource_subsidy", manager, loan, names);
        Fund other = new Fund(fund.national, fund.region, fund.office);
        Topics.publish(other.loan(other.id).events());
        awaitStatus("/rebates/" + other.id, Fund.MANAGER, "credited");
        examples.look("RebateResource_rebate", manager, Map.of("dossierId", other.id), names);
        examples.look("LedgerResource_check", Fund.OPERATOR, Map.of());
    }

    /** Filed by the bank, decided and paid by a fund manager. */
    private void aGuaranteeIsCalled(String manager, Map<String, String> names) {
        Defaulted loan = new Defaulted(new Fund(fund.national, fund.region, fund.office), "half-to-guarantors", null);
        loan.toldAndFiled();
        Map<String, Object> claim = Map.of("claimId", loan.claim);
        examples.send("ClaimResource_decide", Fund.MANAGER, claim);
        examples.send("ClaimResource_pay", Fund.MANAGER, claim, Map.of("guarantor", fund.national));
        examples.look("ClaimResource_claim", manager, claim, names);
        Defaulted other = new Defaulted(new Fund(fund.national, fund.region, fund.office), "half-to-guarantors", null);
        other.toldAndFiled();
        examples.look("ClaimResource_list", Fund.MANAGER, Map.of(), names);
        other.decide("rejected", Defaulted.FILED.plusDays(3), "other").then().statusCode(200);
    }

    @Test
    void everyExampleSucceedsWhereWhatItNeedsIsThere() {
        // What is free on the account is looked at under the ledger's lock.
        // A claim is decided on the guarantee, every claim on the loan and what is called under the convention.
        examples.allow("GrantResource_correct", 8, 4).allow("ClaimResource_decide", 14, 8)
                .allow("ClaimResource_pay", 10, 6).play(this::everything);
    }

    private void everything() {
        fund = new Fund();
        String manager = TestTokens.office(fund.office, Roles.OFFICE_MANAGER);
        examples.send("GrantResource_endow", Fund.MANAGER, Map.of("guarantor", fund.national));
        String envelope = examples.send("GrantResource_grantEnvelope", manager, Map.of()).path("id");
        examples.send("GrantResource_correct", manager, Map.of("grantId", envelope));
        assertEquals(150_000_000, Fund.balance("guarantor:" + fund.national + ":available"));
        assertEquals(900_000, Fund.balance("envelope:" + fund.office + ":2008:available"));
        Map<String, String> names = Map.of(fund.office, "ccas-dijon", fund.national, "fcs", fund.region, "region");
        Map<String, Object> grant = Map.of("grantId", envelope);
        examples.look("GrantResource_guarantors", Fund.MANAGER, Map.of(), names);
        examples.look("GrantResource_envelopes", manager, Map.of(), names);
        examples.look("GrantResource_grants", manager, Map.of(), names);
        examples.look("GrantResource_grant", manager, grant, names);
        aLoanIsPromised(manager, names);
        aGuaranteeIsCalled(manager, names);
    }

    private static void awaitStatus(String address, String token, String status) {
        Await.until(LIMIT, () -> address + " is " + status,
                () -> status.equals(given().auth().oauth2(token).get(address).path("status")));
    }
}
