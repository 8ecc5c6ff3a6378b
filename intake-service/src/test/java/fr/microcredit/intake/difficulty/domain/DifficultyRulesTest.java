package fr.microcredit.intake.difficulty.domain;

import static fr.microcredit.intake.difficulty.domain.Loans.AGREED;
import static fr.microcredit.intake.difficulty.domain.Loans.day;
import static fr.microcredit.intake.difficulty.domain.Loans.missed;
import static fr.microcredit.intake.difficulty.domain.Loans.open;
import static fr.microcredit.intake.difficulty.domain.Loans.report;
import static fr.microcredit.intake.difficulty.domain.Loans.sixPaid;
import static fr.microcredit.intake.difficulty.domain.Loans.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.difficulty.domain.Difficulty.State;
import fr.microcredit.intake.difficulty.domain.Ladder.Answer;
import fr.microcredit.intake.difficulty.domain.Repayment.Corrected;
import fr.microcredit.intake.difficulty.domain.Repayment.Due;
import fr.microcredit.intake.difficulty.domain.Repayment.Missed;
import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.money.Money;

/** What the bank's words make of a loan as its office sees to it. */
class DifficultyRulesTest {
    private static final LocalDate LATER = day("2010-08-20");

    /**
     * Words in the order of the bank: m7 missed on its day, p7 paid fifteen days later, q7 paid three days later, d2 deferred by
     * two months, s0 back on the first table, x a table without it, l one that has less of it due, a the default, o the end, c7/1
     * put right: seven paid and one missed, where five days cure.
     */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"'', running, -", "m7, open, 7", "m7 p7, running, 7:paid",
            "m7 m8, open, 7 8", "m7 m8 p7, open, 7:paid 8", "m7 m8 p7 p8, running, 7:paid 8:paid",
            "m7 m7, open, 7", "p7 m7, running, -",
            "m7 d2, running, 7:taken-up", "m7 m8 d2, running, 7:taken-up 8:taken-up", "m7 d0, open, 7",
            "m7 d1, running, 7:taken-up", "m7 l, running, 7:taken-up", "m7 d2 s0, open, 7",
            "m7 d2 p7 s0, running, 7:taken-up",
            "m7 q7 m8 c7/1, open, 7:paid 8", "m7 q7 m8 c7/0, running, 7:paid 8:corrected",
            "m7 q7 c7/0, running, 7:paid",
            "m7 x, running, 7:taken-up",
            "m7 a, in-default, 7:accelerated", "m7 a m8, in-default, 7:accelerated", "a, in-default, -",
            "m7 a p7, in-default, 7:accelerated", "m7 a o, over, 7:accelerated", "m7 o, over, 7:loan-over",
            "m7 o m8 p7 a, over, 7:loan-over", "m7 a a, in-default, 7:accelerated",
            "m7 c6/0, running, 7:corrected", "m7 p7 c6/1, open, 7", "m7 c7/1, running, 7:paid",
            "m7 m8 c6/1, open, 7 8:corrected", "m7 p7 c7/0, running, 7:corrected",
            "m7 p7 m8 c6/1, open, 7 8:corrected"})
    void whatItsBankTellsMakesIt(String words, String state, String missed) {
        Difficulty loan = sixPaid();
        for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
            loan = said(word).apply(loan);
        }
        assertEquals(state, loan.status());
        assertEquals(Optional.ofNullable(missed).orElse(""), loan.repayment().missed().stream()
                .map(DifficultyRulesTest::shown).collect(Collectors.joining(" ")));
    }

    private static String shown(Missed each) {
        return each.number() + each.closed()
                .map(closed -> ":" + closed.by().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("");
    }

    private static UnaryOperator<Difficulty> said(String word) {
        return switch (word.charAt(0)) {
            case 'm' -> loan -> missed(loan, number(word), "2010-08-05");
            case 'p' -> loan -> DifficultyRules.paid(loan, number(word), LATER);
            case 'q' -> loan -> DifficultyRules.paid(loan, number(word), day("2010-08-08"));
            case 'd' -> loan -> DifficultyRules.deferred(loan, table(number(word)), day("2010-09-20"));
            case 's' -> loan -> DifficultyRules.rescheduled(loan, table(number(word)), LATER);
            case 'x' -> loan -> DifficultyRules.rescheduled(loan, table(0).subList(0, 6), LATER);
            case 'l' -> loan -> DifficultyRules.rescheduled(loan, less(), LATER);
            case 'a' -> loan -> DifficultyRules.accelerated(loan, AGREED, LATER);
            case 'o' -> loan -> DifficultyRules.over(loan, LATER);
            default -> loan -> DifficultyRules.corrected(loan,
                    new Corrected(word.charAt(1) - '0', word.charAt(3) - '0', 5), LATER);
        };
    }

    /** Half of the seventh is paid, and what is left of it is spread over the others. */
    private static List<Due> less() {
        return table(0).stream().map(due -> due.number() == 7
                ? new Due(7, due.dueOn(), Money.ofEuros("52.32"))
                : due).toList();
    }

    private static int number(String word) {
        return Integer.parseInt(word.substring(1));
    }

    /** Each word once more changes nothing, whatever stands. */
    @Test
    void whatIsToldAgainChangesNothing() {
        Difficulty loan = open();
        for (String word : List.of("m7", "d2", "m9", "p9", "a", "o")) {
            loan = said(word).apply(loan);
            assertEquals(loan, said(word).apply(loan), word);
        }
        assertEquals(loan, DifficultyRules.paidOut(Optional.of(loan), loan.about(), table(0), LATER));
    }

    /** The applicant may have agreed from a later day on, or never: then the office hears of no incident. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, running, running", "2010-08-06, running, in-default",
            "2010-08-05, open, in-default"})
    void incidentsComeInUnderConsentOnly(LocalDate agreed, String afterAMiss, String afterTheDefault) {
        Consents consents = new Consents(Optional.empty(), Optional.ofNullable(agreed));
        Difficulty loan = DifficultyRules.missed(sixPaid(), report(7, "2010-08-05"), consents);
        assertEquals(afterAMiss, loan.status());
        assertEquals(afterTheDefault, DifficultyRules.accelerated(loan, consents, LATER).status());
    }

    /** What opens it is what the next act may not lie before; what comes then is not. */
    @Test
    void anActMayNotLieBeforeWhatHasOpenedIt() {
        assertEquals(day("2010-01-05"), sixPaid().lastOn());
        assertEquals(day("2010-08-05"), open().lastOn());
        assertEquals(day("2010-08-05"), missed(open(), 8, "2010-09-05").lastOn());
        assertEquals(day("2010-10-05"),
                missed(DifficultyRules.paid(open(), 7, LATER), 9, "2010-10-05").lastOn());
    }

    @Test
    void anotherTableAnswersTheDeferralThatWasAskedFor() {
        Difficulty asked = ((Decision.Accepted<Difficulty, DifficultyEvent>) LadderRules
                .askDeferral(open(), 2, 3, "agent", day("2010-08-10"))).state();
        Difficulty answered = said("d2").apply(asked);
        assertEquals(Optional.of(new Answer(true, day("2010-09-20"))), answered.ladder().deferrals().get(0).answer());
        assertEquals(State.RUNNING, answered.state());
        assertEquals(Optional.of(new Answer(true, LATER)),
                said("s2").apply(asked).ladder().deferrals().get(0).answer(),
                "another way to let the borrower pay later");
        assertTrue(said("s0").apply(asked).ladder().pendingDeferral().isPresent(), "a table of before is no answer");
        assertEquals(1, said("d2").apply(open()).ladder().steps().size() + 1, "unasked it is no step of the office");
    }

    @Test
    void theSupportCommissionAnswersOneRequestOnce() {
        UUID request = UUID.randomUUID();
        Difficulty asked = ((Decision.Accepted<Difficulty, DifficultyEvent>) LadderRules
                .askSupport(open(), new LadderRules.Request(request, Set.of(7), "why", "agent"),
                        day("2010-08-10")))
                .state();
        Difficulty granted = DifficultyRules.supportAnswered(asked, request, new Answer(true, LATER));
        assertEquals(Optional.of(new Answer(true, LATER)), granted.ladder().support().get(0).answer());
        assertEquals(granted, DifficultyRules.supportAnswered(granted, request, new Answer(true, LATER.plusDays(1))));
        Difficulty back = DifficultyRules.supportAnswered(granted, request, new Answer(false, LATER));
        assertEquals(Optional.of(new Answer(false, LATER)), back.ladder().support().get(0).answer(), "taken back");
        assertEquals(back, DifficultyRules.supportAnswered(back, request, new Answer(true, LATER)));
        assertEquals(granted, DifficultyRules.supportAnswered(granted, UUID.randomUUID(), new Answer(false, LATER)));
        List<Difficulty> both = new ArrayList<>(List.of(granted));
        assertEquals(State.OPEN, both.get(0).state(), "a promise pays nothing");
    }
}
