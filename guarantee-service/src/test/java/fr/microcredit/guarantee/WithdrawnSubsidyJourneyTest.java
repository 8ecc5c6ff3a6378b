package fr.microcredit.guarantee;

import static fr.microcredit.guarantee.Fund.balance;
import static fr.microcredit.guarantee.Fund.db;
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

/** A bank tells of a withdrawal before or after an instalment has fallen due: the envelope bears nothing. */
@OnTestPlatform
class WithdrawnSubsidyJourneyTest {
    private static final int CENTS = 150_000;
    /** Of the bank's decisions: the only one with an envelope, so that the commitments stand on it whenever the clock stands. */
    private static final int YEAR = 2008;

    private final Fund fund = new Fund();

    @AfterEach
    void theLedgerIsSound() {
        given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().statusCode(200).body("sound", equalTo(true));
        assertEquals(List.of(), Contracts.of("guarantee-service").published().stream()
                .filter(finding -> finding.contains("subsidy-re")).toList());
    }

    @Test
    void whatHasAccruedBeforeAWithdrawalIsToldIsTakenBack() {
        Fund.endow(fund.national, 1_000_000);
        LocalDate day = Fund.today().isBefore(LocalDate.of(2008, 9, 1)) ? LocalDate.of(2008, 9, 1) : Fund.today();
        Fund.move(day);
        fund.envelope(YEAR, 20_000);
        Fund other = new Fund(fund.national, fund.region, fund.office);
        History late = paidOut(fund, day);
        History early = paidOut(other, day);
        publishMore(early.then("bank.withdrawn", "after-the-pay-out", on(day.plusDays(14))));
        other.awaitEvents("subsidy-released", 1);
        Fund.move(day.plusDays(31));
        fund.awaitEvents("subsidy-accrued", 1);
        long accrued = balance(account("accrued"));
        assertEquals(fund.one("subsidy-accrued").path("accruedCents").asLong(), accrued);

        publishMore(late.then("bank.withdrawn", "after-the-pay-out", on(day.plusDays(14))));
        fund.awaitEvents("subsidy-released", 1);
        assertEquals(accrued, fund.one("subsidy-reversed").path("amountCents").asLong());
        assertEquals("withdrawn", fund.one("subsidy-reversed").path("reason").asText());
        assertEquals(0, other.all("subsidy-reversed").size() + other.all("subsidy-accrued").size());
        Fund.move(day.plusDays(92));
        for (Fund each : List.of(fund, other)) {
            assertEquals(Fund.subsidy(CENTS), each.one("subsidy-released").path("amountCents").asLong());
            each.asOffice().get("/subsidies/" + each.id + "/" + Fund.BANK).then().body("status", equalTo("released"))
                    .body("accruedCents", equalTo(0)).body("accruedThrough", equalTo(0));
        }
        assertEquals(20_000, balance(account("available")));
        assertEquals(0, balance(account("accrued")) + balance(account("committed")));
        assertEquals(1, db().number("select count(*) from ledger_entry where dossier_id = ?::uuid"
                + " and cause = 'subsidy-reversed-withdrawn'", fund.id));
        assertEquals(1, fund.all("subsidy-accrued").size());
    }

    private String account(String kind) {
        return "envelope:" + fund.office + ":" + YEAR + ":" + kind;
    }

    /** Its first instalment is due thirty days later. */
    private static History paidOut(Fund loan, LocalDate day) {
        History history = loan.accepted(1, CENTS).then("bank.disbursed", "one",
                Map.of("terms", loan.terms(CENTS), "effectiveOn", day.toString(), "table",
                        Fund.tree(Fund.table(CENTS, 18, "1", day.plusDays(30)))));
        Topics.publish(history.events());
        loan.awaitEvents("subsidy-committed", 1);
        return history;
    }

    private static void publishMore(History history) {
        List<TestEvent> events = history.events();
        Topics.publish(events.get(events.size() - 1));
    }

    private static Map<String, Object> on(LocalDate day) {
        return Map.of("effectiveOn", day.toString());
    }
}
