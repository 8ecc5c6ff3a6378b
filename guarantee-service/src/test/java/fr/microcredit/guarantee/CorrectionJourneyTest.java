package fr.microcredit.guarantee;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** A bank has reported an instalment for the wrong loan: once it is corrected, ledger and exposure are as if it had never been. */
@OnTestPlatform
class CorrectionJourneyTest {
    private static final int CENTS = 150_000;

    private final Fund fund = new Fund();

    @AfterEach
    void theLedgerIsSound() {
        given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().statusCode(200).body("sound", equalTo(true));
        assertEquals(List.of(), Contracts.of("guarantee-service").published().stream()
                .filter(finding -> finding.contains("guarantee.restored")).toList());
    }

    @Test
    void aSlipLeavesNoTraceInTheFigures() {
        Fund.endow(fund.national, 1_000_000);
        fund.envelope(2008, 20_000);
        History loan = fund.accepted(1, CENTS).then("bank.disbursed", "one",
                Map.of("terms", fund.terms(CENTS), "table",
                        Fund.tree(Fund.table(CENTS, 18, "1", LocalDate.of(2008, 11, 5)))));
        Topics.publish(loan.events());
        fund.awaitEvents("effective", 1);
        List<Long> before = figures();

        loan = loan.then("bank.instalment-paid", "first", Map.of("outstandingCents", 141_726));
        publishLast(loan);
        fund.awaitEvents("reduced", 1);
        loan = loan.then("bank.corrected", "slip", Map.of("outstandingCents", CENTS));
        publishLast(loan);
        publishLast(loan);
        fund.awaitEvents("restored", 1);
        assertEquals(before, figures());
        fund.asOffice().get("/guarantees/" + fund.id + "/" + Fund.BANK).then().body("outstandingCents", equalTo(CENTS))
                .body("status", equalTo("effective"));
        assertEquals(0, fund.one("restored").path("uncovered").size());
    }

    private List<Long> figures() {
        return List.of(Fund.balance("guarantor:" + fund.national + ":available"),
                Fund.balance("guarantor:" + fund.national + ":effective"), Fund.exposure(fund.person));
    }

    private static void publishLast(History history) {
        List<TestEvent> events = history.events();
        Topics.publish(events.get(events.size() - 1));
    }
}
