package fr.microcredit.commission.support.domain;

import static fr.microcredit.commission.support.domain.Supported.FIRST;
import static fr.microcredit.commission.support.domain.Supported.FULL;
import static fr.microcredit.commission.support.domain.Supported.REQUEST;
import static fr.microcredit.commission.support.domain.Supported.after;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.support.domain.LimitRules.Used;
import fr.microcredit.commission.support.domain.SupportEvent.SupportGranted;
import fr.microcredit.commission.support.domain.SupportEvent.SupportRefused;
import fr.microcredit.commission.support.domain.SupportRequest.Why;
import fr.microcredit.commission.support.domain.SupportRules.Act;
import fr.microcredit.commission.support.domain.SupportRules.Put;
import fr.microcredit.commission.support.domain.SupportRuling.Verdict;
import fr.microcredit.commission.support.domain.SupportSettings.Limits;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** What a support commission may decide, within which limits, and take back. */
class SupportRulesTest {
    private static final LocalDate LATER = FIRST.plusDays(20);

    /** Yearly budget, per loan, per loan and year (- for none); used of each; granted; what it is refused for, and what is left. */
    @ParameterizedTest
    @CsvSource({"1000, 300, 200, 0, 0, 0, 104.65, -",
            "104.65, 104.65, 104.65, 0, 0, 0, 104.65, -",
            "104.64, 300, 200, 0, 0, 0, 104.65, support-budget-exceeded 104.64",
            "1000, 104.64, -, 0, 0, 0, 104.65, support-dossier-limit 104.64",
            "1000, 300, 104.64, 0, 0, 0, 104.65, support-year-limit 104.64",
            "1000, 300, -, 895.35, 195.35, 195.35, 104.65, -",
            "1000, 300, -, 895.36, 0, 0, 104.65, support-budget-exceeded 104.64",
            "1000, 300, -, 895.35, 195.36, 0, 104.65, support-dossier-limit 104.64",
            "1000, 300, 200, 200, 150, 95.36, 104.65, support-year-limit 104.64",
            "50, 300, -, 60, 0, 0, 0.01, support-budget-exceeded 0.00",
            "0, 0, 0, 0, 0, 0, 0.01, support-budget-exceeded 0.00 support-dossier-limit 0.00 support-year-limit 0.00"})
    void aGrantKeepsEveryLimitAndARefusalSaysWhatIsLeft(String yearly, String dossier, String both, String usedYear,
            String usedDossier, String usedBoth, String amount, String refused) {
        Limits limits = new Limits("6562", Money.ofEuros(yearly), Money.ofEuros(dossier),
                both.equals("-") ? Optional.empty() : Optional.of(Money.ofEuros(both)));
        Used used = new Used(Money.ofEuros(usedYear), Money.ofEuros(usedDossier), Money.ofEuros(usedBoth));
        List<String> found = LimitRules.against(Optional.of(limits), used, Money.ofEuros(amount)).stream()
                .map(reason -> reason.code() + " " + reason.arguments().get(0)).toList();
        assertEquals(refused.equals("-") ? "" : refused, String.join(" ", found));
    }

    @Test
    void anOfficeThatHasSetNothingGrantsNothingAndMayRefuse() {
        SupportRules.Purse none = new SupportRules.Purse(Optional.empty(), Used.NOTHING);
        assertEquals(List.of("no-support-settings"), codes(decide(after("ask 7"), grant(null, null), none)));
        assertTrue(decide(after("ask 7"), refusal(SupportRuling.Reason.BUDGET_SPENT), none).holds());
    }

    /** Instalments and amount ({@code -}: not named) of a request for the 7th and 8th, 209.30. */
    @ParameterizedTest
    @CsvSource({"borrower 6; ask 7 8, -, -, -", "borrower 6; ask 7 8, 7 8, 209.30, -", "borrower 6; ask 7 8, 8 7, -, -",
            "borrower 6; ask 7 8, 7, 104.65, -", "borrower 6; ask 7 8, 7, -, /amountCents required",
            "borrower 6; ask 7 8, 9, 104.65, /instalments not-of-the-request",
            "borrower 6; ask 7 8, 7 7, 104.65, /instalments not-of-the-request",
            "borrower 6; ask 7 8, 7 8, 209.31, /amountCents more-than-asked",
            "borrower 6; ask 7 8; borrower 7, 7 8, 209.30, /instalments instalment-not-open",
            "borrower 6; ask 7 8; borrower 7, 8, 104.65, -"})
    void aGrantIsForInstalmentsOfTheRequestThatAreOpen(String steps, String instalments, String amount,
            String refused) {
        Decision<Support, SupportEvent> decision = decide(after(steps), grant(
                instalments.equals("-") ? null : Arrays.stream(instalments.split(" ")).map(Integer::valueOf).toList(),
                amount.equals("-") ? null : Money.ofEuros(amount)), FULL);
        assertEquals(refused.equals("-") ? List.of() : List.of(refused), places(decision));
    }

    @Test
    void whatIsPromisedOnOneRequestIsNotPromisedOnAnother() {
        SupportRequest again = SupportRequest.asked(new UUID(0, 8), List.of(7), Money.ofEuros("104.65"), FIRST);
        Support granted = SupportNews.asked(after("ask 7; grant 104.65 7"), again);
        assertEquals(List.of("/instalments instalment-not-open"),
                places(SupportRules.decide(granted, again.id(), grant(null, null), FULL, LATER)));
        Support withdrawn = SupportNews.asked(after("ask 7; grant 104.65 7; withdraw"), again);
        assertTrue(SupportRules.decide(withdrawn, again.id(), grant(null, null), FULL, LATER).holds());
    }

    @Test
    void aRefusalHasReasonsAndNothingElse() {
        assertEquals(List.of("/reasons reason-required"), places(decide(after("ask 7"), refusal(), FULL)));
        assertEquals(List.of("/reasons twice"), places(decide(after("ask 7"),
                refusal(SupportRuling.Reason.OTHER, SupportRuling.Reason.OTHER), FULL)));
        assertEquals(List.of("/instalments of-no-refusal", "/amountCents of-no-refusal"),
                places(decide(after("ask 7"), new Put(Verdict.REFUSED, Optional.of(List.of(7)),
                        Optional.of(Money.ofCents(1)), List.of(SupportRuling.Reason.OTHER)), FULL)));
        assertEquals(List.of("/reasons reasons-of-an-approval"), places(decide(after("ask 7"), new Put(Verdict.GRANTED,
                Optional.empty(), Optional.empty(), List.of(SupportRuling.Reason.OTHER)), FULL)));
        assertEquals(List.of(new SupportRefused(REQUEST, List.of(SupportEvent.Reason.OTHER_AID_POSSIBLE))),
                events(decide(after("ask 7"), refusal(SupportRuling.Reason.OTHER_AID_POSSIBLE), FULL)));
    }

    @Test
    void noDecisionIsBeforeItsRequest() {
        assertEquals(List.of("/decidedOn date-before-previous-step"), places(
                SupportRules.decide(after("ask 7"), REQUEST, grant(null, null), FULL, FIRST.minusDays(1))));
        assertTrue(SupportRules.decide(after("ask 7"), REQUEST, grant(null, null), FULL, FIRST).holds());
    }

    @ParameterizedTest
    @CsvSource({"ask 7; borrower 7, support-lapsed", "ask 7; CLOSED, support-lapsed", "ask 7; refuse, support-decided",
            "ask 7; grant 50.00 7, support-decided", "ask 7; grant 104.65 7; withdraw, support-decided",
            "ask 7; grant 50.00 7; ACCELERATED, support-decided"})
    void whatDoesNotWaitIsNotDecided(String steps, String code) {
        assertEquals(List.of(code), codes(decide(after(steps), grant(null, null), FULL)));
    }

    @Test
    void theSameDecisionAgainChangesNothing() {
        Support granted = after("ask 7; grant 104.65 7");
        assertEquals(Decision.unchanged(granted), decide(granted, grant(null, null), FULL));
        Support paid = after("ask 7; grant 104.65 7; support 7");
        assertEquals(Decision.unchanged(paid), decide(paid, grant(List.of(7), Money.ofEuros("104.65")), FULL));
    }

    @Test
    void aGrantIsToldWithItsBudgetLine() {
        assertEquals(List.of(new SupportGranted(REQUEST, List.of(7), Money.ofEuros("104.65"), Optional.of("6562"))),
                events(decide(after("ask 7"), grant(null, null), FULL)));
    }

    @ParameterizedTest
    @CsvSource({"ask 7, support-not-granted", "ask 7; refuse, support-not-granted",
            "ask 7; grant 104.65 7; support 7, support-paid", "ask 7; grant 50.00 7; part-support 9 0.01, support-paid",
            "ask 7; grant 104.65 7; ACCELERATED, support-not-granted"})
    void onlyAGrantThatIsNotPaidIsTakenBack(String steps, String code) {
        assertEquals(List.of(code), codes(SupportRules.withdraw(after(
                steps.contains("part") ? "borrower 6; " + steps : steps), REQUEST, Why.OTHER, LATER)));
    }

    @Test
    void whatIsTakenBackIsTold() {
        Support granted = after("ask 7; grant 104.65 7");
        assertEquals(List.of(new SupportRefused(REQUEST, List.of(SupportEvent.Reason.GRANT_WITHDRAWN))),
                events(SupportRules.withdraw(granted, REQUEST, Why.OTHER, LATER)));
        Support withdrawn = after("ask 7; grant 104.65 7; withdraw");
        assertEquals(Decision.unchanged(withdrawn), SupportRules.withdraw(withdrawn, REQUEST, Why.OTHER, LATER));
        assertEquals(List.of("/withdrawnOn date-before-previous-step"),
                places(SupportRules.withdraw(granted, REQUEST, Why.OTHER, FIRST)));
    }

    @Test
    void nobodyDecidesOnWhatWasNotAsked() {
        Support unasked = after("borrower 1");
        assertEquals(List.of("not-found"), codes(decide(unasked, grant(null, null), FULL)));
        assertEquals(List.of("not-found"), codes(SupportRules.withdraw(unasked, REQUEST, Why.OTHER, LATER)));
    }

    @ParameterizedTest
    @CsvSource({"ask 7, DECISION", "ask 7; grant 104.65 7, WITHDRAWAL", "ask 7; refuse, -",
            "ask 7; grant 104.65 7; support 7, -", "ask 7 8; grant 209.30 7 8; support 7, -", "ask 7; CLOSED, -"})
    void whatIsPossible(String steps, String possible) {
        Support support = after(steps);
        assertEquals(possible.equals("-") ? List.of() : List.of(Act.valueOf(possible)),
                SupportRules.possible(support.standing(support.request(REQUEST).orElseThrow())));
    }

    @Test
    void theLimitsOfTheDecisionsDayHold() {
        Limits low = new Limits("6562", Money.ofEuros("100"), Money.ofEuros("100"), Optional.empty());
        Limits high = new Limits("6562", Money.ofEuros("900"), Money.ofEuros("900"), Optional.empty());
        SupportSettings first = state(SupportSettings.first("ccas-poitiers", low, FIRST));
        assertEquals(Decision.unchanged(first), first.from(low, FIRST.plusDays(3)));
        SupportSettings both = state(first.from(high, FIRST.plusDays(5)));
        assertEquals(Optional.empty(), both.on(FIRST.minusDays(1)));
        assertEquals(Optional.of(low), both.on(FIRST.plusDays(4)));
        assertEquals(Optional.of(high), both.on(FIRST.plusDays(5)));
        assertEquals(1, state(first.from(high, FIRST)).versions().size());
    }

    private static SupportSettings state(Decision<SupportSettings, Void> decision) {
        return ((Decision.Accepted<SupportSettings, Void>) decision).state();
    }

    private static Decision<Support, SupportEvent> decide(Support support, Put put, SupportRules.Purse purse) {
        return SupportRules.decide(support, REQUEST, put, purse, LATER);
    }

    private static Put grant(List<Integer> instalments, Money amount) {
        return new Put(Verdict.GRANTED, Optional.ofNullable(instalments), Optional.ofNullable(amount), List.of());
    }

    private static Put refusal(SupportRuling.Reason... reasons) {
        return new Put(Verdict.REFUSED, Optional.empty(), Optional.empty(), List.of(reasons));
    }

    private static List<SupportEvent> events(Decision<Support, SupportEvent> decision) {
        return ((Decision.Accepted<Support, SupportEvent>) decision).events();
    }

    private static List<Reason> reasons(Decision<Support, SupportEvent> decision) {
        return decision instanceof Decision.Refused<Support, SupportEvent> refused ? refused.reasons() : List.of();
    }

    private static List<String> codes(Decision<Support, SupportEvent> decision) {
        return reasons(decision).stream().map(Reason::code).toList();
    }

    private static List<String> places(Decision<Support, SupportEvent> decision) {
        return reasons(decision).stream().map(reason -> reason.pointer() + " " + reason.code()).toList();
    }
}
