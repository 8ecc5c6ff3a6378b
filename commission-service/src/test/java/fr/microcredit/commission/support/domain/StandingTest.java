package fr.microcredit.commission.support.domain;

import static fr.microcredit.commission.support.domain.Supported.FIRST;
import static fr.microcredit.commission.support.domain.Supported.REQUEST;
import static fr.microcredit.commission.support.domain.Supported.after;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.support.domain.SupportRequest.Status;
import fr.microcredit.kit.money.Money;

/** Where a request stands, by what was decided and what the bank tells. */
class StandingTest {
    /** Status, paid under the grant, what counts against the budget, what stays short. */
    @ParameterizedTest
    @CsvSource({"ask 7, WAITING, 0, 0, 0",
            "borrower 6; ask 7, WAITING, 0, 0, 0",
            "ask 7; borrower 7, LAPSED, 0, 0, 0",
            "borrower 7; ask 7, LAPSED, 0, 0, 0",
            "ask 7 8; borrower 7, WAITING, 0, 0, 0",
            "ask 7; ACCELERATED, LAPSED, 0, 0, 0",
            "ask 7; CLOSED, LAPSED, 0, 0, 0",
            "ask 7; prepaid 7, LAPSED, 0, 0, 0",
            "ask 7; REPAID; corrected 9 6 1819.61, WAITING, 0, 0, 0",
            "ask 7; borrower 7; corrected 9 6 1819.61, WAITING, 0, 0, 0",
            "ask 7; refuse; borrower 7, REFUSED, 0, 0, 0",
            "ask 7; support 7, WAITING, 0, 0, 0",
            "ask 7; support 7; CLOSED, LAPSED, 0, 0, 0",
            "ask 7; support 7; grant 104.65 7, PAID, 104.65, 104.65, 0",
            "ask 7; support 7; grant 60.00 7, PAID, 104.65, 104.65, 0",
            "ask 7; grant 104.65 7, GRANTED, 0, 104.65, 0",
            "ask 7; grant 104.65 7; support 7, PAID, 104.65, 104.65, 0",
            "ask 7; grant 104.65 7; support 7; CLOSED, PAID, 104.65, 104.65, 0",
            "ask 7; grant 104.65 7; borrower 7, LAPSED, 0, 0, 0",
            "ask 7; grant 104.65 7; ACCELERATED, LAPSED, 0, 0, 0",
            "ask 7; grant 104.65 7; support 7; corrected 9 6 1819.61, GRANTED, 0, 104.65, 0",
            "ask 7; grant 104.65 7; withdraw, WITHDRAWN, 0, 0, 0",
            "ask 7; grant 104.65 7; withdraw; support 7, WITHDRAWN, 0, 0, 0",
            "ask 7 8; grant 209.30 7 8; support 7, GRANTED, 104.65, 209.30, 0",
            "ask 7 8; grant 209.30 7 8; support 7; support 8, PAID, 209.30, 209.30, 0",
            "ask 7 8; grant 209.30 7 8; support 7; borrower 8, PAID, 104.65, 104.65, 104.65",
            "ask 7 8; grant 209.30 7 8; support 7; ACCELERATED, PAID, 104.65, 104.65, 104.65",
            "ask 7 8; grant 104.65 7; support 7, PAID, 104.65, 104.65, 0",
            "ask 7; grant 50.00 7; part-support 9 50.00, PAID, 50.00, 50.00, 0",
            "ask 7; grant 50.00 7; part-support 9 20.00, GRANTED, 20.00, 50.00, 0",
            "ask 7; grant 50.00 7; part-support 9 20.00; part-borrower 10 84.65; borrower 7, PAID, 20.00, 20.00, 30.00",
            "ask 7; grant 50.00 7; part-support 9 20.00; corrected 9 6 1819.61, GRANTED, 0, 50.00, 0",
            "ask 7 8; grant 209.30 7 8; part-support 9 209.30; support 7; support 8, PAID, 209.30, 209.30, 0",
            "ask 7; grant 104.65 7; part-borrower 9 50.00; part-support 10 54.65; support 7, PAID, 54.65, 54.65, 50.00"})
    void whereARequestStands(String steps, Status status, String paid, String counts, String shortBy) {
        Support support = after(steps.startsWith("borrower") ? steps : "borrower 6; " + steps);
        Standing standing = support.standing(support.request(REQUEST).orElseThrow());
        assertEquals(status, standing.status());
        assertEquals(Money.ofEuros(paid), standing.paid());
        assertEquals(Money.ofEuros(counts), standing.counts());
        assertEquals(Money.ofEuros(shortBy), standing.shortBy().orElse(Money.ZERO));
    }

    /** What the bank had from the support commission without a grant. */
    @ParameterizedTest
    @CsvSource({"support 7, 104.65", "ask 7; support 7, 104.65", "ask 7; refuse; support 7, 104.65",
            "ask 7; grant 104.65 7; support 7, 0", "ask 7; grant 104.65 7; support 7; support 8, 104.65",
            "ask 7; grant 104.65 7; withdraw; support 7, 104.65", "part-support 9 209.30; support 1; support 2, 209.30",
            "support 7; corrected 9 6 1819.61, 0"})
    void moneyWithoutAGrantIsUnmatchedAndCountedOnce(String steps, String unmatched) {
        assertEquals(Money.ofEuros(unmatched), Money.sum(after(steps).unmatched().stream()
                .map(SupportPayment::amount).toList()));
    }

    /** The eighth day is late; a week is not. */
    @ParameterizedTest
    @CsvSource({"7, false", "8, true"})
    void afterAWeekItIsOverdue(int days, boolean overdue) {
        Support waiting = after("ask 7");
        Standing asked = waiting.standing(waiting.request(REQUEST).orElseThrow());
        assertEquals(overdue, asked.isOverdue(FIRST.plusDays(days)));
        assertEquals(Optional.of((long) days), asked.days(FIRST.plusDays(days)));
        Support granted = after("ask 7; grant 104.65 7");
        Standing promised = granted.standing(granted.request(REQUEST).orElseThrow());
        assertEquals(overdue, promised.isOverdue(FIRST.plusDays(2 + days)));
        Support refused = after("ask 7; refuse");
        assertEquals(false, refused.standing(refused.request(REQUEST).orElseThrow()).isOverdue(FIRST.plusDays(99)));
    }

    @ParameterizedTest
    @CsvSource({"ask 7; grant 104.65 7; later; later; support 7, false",
            "ask 7; grant 104.65 7; later; later; later; support 7, true"})
    void whatIsPaidAfterAWeekIsPaidLate(String steps, boolean late) {
        Support support = after(steps);
        assertEquals(late, support.standing(support.request(REQUEST).orElseThrow()).isPaidLate());
    }

    @Test
    void onlyWhatCountsOtherwiseThanBeforeIsCountedAnew() {
        Support granted = after("ask 7 8; grant 209.30 7 8; support 7");
        assertEquals(Map.of(), SupportNews.recounted(after("ask 7 8; grant 209.30 7 8"), granted));
        assertEquals(Map.of(REQUEST, Money.ofEuros("104.65")),
                SupportNews.recounted(granted, after("ask 7 8; grant 209.30 7 8; support 7; ACCELERATED")));
    }

    @Test
    void aListLooksOnlyWhereSomebodyIsWaitedFor() {
        assertEquals(List.of("none", "open", "open", "settled", "settled", "open"),
                List.of("borrower 1", "ask 7", "ask 7; grant 104.65 7", "ask 7; grant 104.65 7; support 7",
                        "ask 7; refuse",
                        "support 3").stream().map(steps -> after(steps).status()).toList());
    }
}
