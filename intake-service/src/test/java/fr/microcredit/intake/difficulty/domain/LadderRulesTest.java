package fr.microcredit.intake.difficulty.domain;

import static fr.microcredit.intake.difficulty.domain.Loans.day;
import static fr.microcredit.intake.difficulty.domain.Loans.inDefault;
import static fr.microcredit.intake.difficulty.domain.Loans.open;
import static fr.microcredit.intake.difficulty.domain.Loans.over;
import static fr.microcredit.intake.difficulty.domain.Loans.sixPaid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.difficulty.domain.DifficultyEvent.DeferralAsked;
import fr.microcredit.intake.difficulty.domain.DifficultyEvent.OverIndebtednessAdmitted;
import fr.microcredit.intake.difficulty.domain.DifficultyEvent.SupportAsked;
import fr.microcredit.intake.difficulty.domain.Ladder.Answer;
import fr.microcredit.intake.difficulty.domain.Ladder.Deferral;
import fr.microcredit.intake.difficulty.domain.Ladder.Kind;
import fr.microcredit.intake.difficulty.domain.Ladder.Outcome;
import fr.microcredit.intake.difficulty.domain.Ladder.Procedure;
import fr.microcredit.intake.difficulty.domain.Ladder.Stage;
import fr.microcredit.intake.difficulty.domain.Ladder.Step;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** What an office may do about a loan in difficulty, and when. */
class LadderRulesTest {
    private static final LocalDate ON = day("2010-08-10");

    /** Each kind with what can come of it, and nothing else. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"CALL, reached not-reached agreed declined",
            "VISIT, reached not-reached agreed declined", "DEFERRAL_INFORMATION, reached agreed declined",
            "RESCHEDULING_ASKED, awaited agreed declined", "BANK_ANSWER, agreed declined", "NOTE, -"})
    void whatCanComeOfAStep(Kind kind, String outcomes) {
        for (Outcome outcome : Outcome.values()) {
            String code = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            boolean fits = outcomes != null && Set.of(outcomes.split(" ")).contains(code);
            assertEquals(fits ? List.of() : List.of("outcome-does-not-fit"),
                    against(LadderRules.step(open(), step(kind, Optional.of(outcome), Optional.of("n")))), code);
        }
        assertEquals(kind == Kind.NOTE ? List.of() : List.of("required"),
                against(LadderRules.step(open(), step(kind, Optional.empty(), Optional.of("n")))));
        assertEquals(kind == Kind.NOTE ? List.of("required") : List.of(),
                against(LadderRules.step(open(), step(kind, kind == Kind.NOTE
                        ? Optional.empty()
                        : Optional.of(Outcome.AGREED), Optional.empty()))));
    }

    /** Where the loan stands, and which acts are refused for the stage. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"running, step", "open, -", "in-default, deferral support",
            "over, deferral procedure step support", "admitted, deferral procedure support"})
    void whatIsRefusedForTheStage(String state, String refused) {
        Difficulty loan = switch (state) {
            case "running" -> sixPaid();
            case "in-default" -> inDefault();
            case "over" -> over();
            case "admitted" -> accepted(procedure(open(), Stage.ADMISSIBLE, "2010-08-09"));
            default -> open();
        };
        Set<String> found = new TreeSet<>();
        add(found, "step", LadderRules.step(loan, call()));
        add(found, "deferral", LadderRules.askDeferral(loan, 2, 3, "agent", ON));
        add(found, "support", LadderRules.askSupport(loan, request(8), ON));
        add(found, "procedure", procedure(loan, Stage.FILED, "2010-08-08"));
        assertEquals(refused == null ? Set.of() : new TreeSet<>(Set.of(refused.split(" "))), found);
    }

    private static void add(Set<String> found, String act, Decision<Difficulty, DifficultyEvent> decision) {
        if (against(decision).equals(List.of("dossier-stage"))) {
            found.add(act);
        } else {
            assertEquals(List.of(), against(decision), act);
        }
    }

    /** Of an instalment to come too: an anticipated difficulty. */
    @Test
    void aDeferralIsAskedOfTheBankOnceUntilItAnswers() {
        Decision<Difficulty, DifficultyEvent> first = LadderRules.askDeferral(sixPaid(), 2, 3, "agent", ON);
        assertEquals(List.of(new DeferralAsked(2)), events(first));
        Difficulty asked = accepted(first);
        assertEquals(Optional.of(new Deferral(2, ON, Optional.empty())), asked.ladder().pendingDeferral());
        assertEquals(List.of(), events(LadderRules.askDeferral(asked, 2, 3, "agent", ON.plusDays(1))));
        assertEquals(asked, accepted(LadderRules.askDeferral(asked, 2, 3, "agent", ON.plusDays(1))));
        assertEquals(List.of("deferral-pending"), against(LadderRules.askDeferral(asked, 3, 3, "agent", ON)));
    }

    @Test
    void aBankThatDeclinesHasAnswered() {
        Difficulty asked = accepted(LadderRules.askDeferral(open(), 2, 3, "agent", ON));
        Difficulty declined = accepted(LadderRules.step(asked,
                step(Kind.BANK_ANSWER, Optional.of(Outcome.DECLINED), Optional.empty())));
        assertEquals(Optional.of(new Answer(false, ON)), declined.ladder().deferrals().get(0).answer());
        assertEquals(List.of(new DeferralAsked(3)), events(LadderRules.askDeferral(declined, 3, 3, "agent", ON)));
        Difficulty agreed = accepted(LadderRules.step(asked,
                step(Kind.BANK_ANSWER, Optional.of(Outcome.AGREED), Optional.empty())));
        assertTrue(agreed.ladder().pendingDeferral().isPresent(), "its table is the answer");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "2, 1, false", "3, 3, true", "3, 2, false"})
    void aConventionPutsOffSoManyMonthsAtOnce(int months, int most, boolean holds) {
        assertEquals(holds, LadderRules.askDeferral(open(), months, most, "agent", ON).holds());
    }

    /** The amount is that of the agreement: 2 x 104.65, and 104.65 + 104.59 with the last one. */
    @ParameterizedTest
    @CsvSource({"7, 104.65", "7 8, 209.30", "23 24, 209.24"})
    void theSupportCommissionIsAskedForInstalmentsThatAreOwed(String numbers, String amount) {
        LadderRules.Request request = request(List.of(numbers.split(" ")).stream().map(Integer::valueOf)
                .toArray(Integer[]::new));
        Decision<Difficulty, DifficultyEvent> asked = LadderRules.askSupport(open(), request, ON);
        assertEquals(List.of(new SupportAsked(request.requestId(),
                new TreeSet<>(request.instalments()).stream().toList(), Money.ofEuros(amount))), events(asked));
        assertEquals("why", accepted(asked).ladder().support().get(0).report());
    }

    @ParameterizedTest
    @CsvSource({"6, not-owed", "25, not-owed", "6 7, not-owed"})
    void whatIsPaidOrNoInstalmentIsNotOwed(String numbers, String code) {
        Integer[] all = List.of(numbers.split(" ")).stream().map(Integer::valueOf).toArray(Integer[]::new);
        assertEquals(List.of(code), against(LadderRules.askSupport(open(), request(all), ON)));
    }

    @Test
    void anInstalmentIsInOneRequestAtATime() {
        LadderRules.Request first = request(7);
        Difficulty asked = accepted(LadderRules.askSupport(open(), first, ON));
        assertEquals(List.of("support-asked-already"), against(LadderRules.askSupport(asked, request(7, 8), ON)));
        assertTrue(LadderRules.askSupport(asked, request(8), ON).holds());
        Difficulty refused = DifficultyRules.supportAnswered(asked, first.requestId(), new Answer(false, ON));
        assertTrue(LadderRules.askSupport(refused, request(7), ON).holds(), "what was refused may be asked again");
        Difficulty granted = DifficultyRules.supportAnswered(asked, first.requestId(), new Answer(true, ON));
        assertEquals(List.of("support-asked-already"), against(LadderRules.askSupport(granted, request(7), ON)));
    }

    /** L721-3: of all steps one is told, and it is the admissibility. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, FILED, -", "-, ADMISSIBLE, -", "-, INADMISSIBLE, procedure-step",
            "FILED, ADMISSIBLE, -", "FILED, INADMISSIBLE, -", "FILED, FILED, procedure-step", "INADMISSIBLE, FILED, -",
            "INADMISSIBLE, ADMISSIBLE, -", "INADMISSIBLE, INADMISSIBLE, procedure-step"})
    void aProcedureGoesOnInItsOrderAndOnlyAdmissibilityIsTold(Stage known, Stage next, String refused) {
        Difficulty loan = known == null ? open() : accepted(procedure(open(), Stage.FILED, "2010-08-06"));
        if (known == Stage.INADMISSIBLE) {
            loan = accepted(procedure(loan, Stage.INADMISSIBLE, "2010-08-07"));
        }
        Decision<Difficulty, DifficultyEvent> decided = procedure(loan, next, "2010-08-08");
        assertEquals(refused == null ? List.of() : List.of(refused), against(decided));
        if (refused == null) {
            assertEquals(next == Stage.ADMISSIBLE
                    ? List.of(new OverIndebtednessAdmitted(day("2010-08-08")))
                    : List.of(), events(decided));
        }
    }

    @Test
    void theDaysOfAProcedureFollowOneAnother() {
        assertEquals(List.of("date-in-the-future"), against(procedure(open(), Stage.FILED, "2010-08-11")));
        Difficulty filed = accepted(procedure(open(), Stage.FILED, "2010-08-06"));
        assertEquals(List.of("date-before-previous-step"), against(procedure(filed, Stage.ADMISSIBLE, "2010-08-05")));
        assertEquals(filed, accepted(procedure(filed, Stage.FILED, "2010-08-06")), "the same again changes nothing");
    }

    @Test
    void aLadderHasAnEnd() {
        Difficulty loan = open();
        for (int step = 0; step < LadderRules.STEPS_MAX; step++) {
            loan = accepted(LadderRules.step(loan, call()));
        }
        assertEquals(List.of("ladder-full"), against(LadderRules.step(loan, call())));
    }

    private static Decision<Difficulty, DifficultyEvent> procedure(Difficulty loan, Stage stage, String on) {
        return LadderRules.overIndebtedness(loan, new Procedure(stage, day(on)), "agent", ON);
    }

    private static LadderRules.Request request(Integer... instalments) {
        return new LadderRules.Request(UUID.randomUUID(), Set.of(instalments), "why", "agent");
    }

    private static Step call() {
        return step(Kind.CALL, Optional.of(Outcome.REACHED), Optional.empty());
    }

    private static Step step(Kind kind, Optional<Outcome> outcome, Optional<String> note) {
        return new Step(kind, outcome, note, Optional.of("agent"), ON);
    }

    private static Difficulty accepted(Decision<Difficulty, DifficultyEvent> decision) {
        return decision.orThrow(reasons -> new IllegalStateException(reasons.toString())).state();
    }

    private static List<DifficultyEvent> events(Decision<Difficulty, DifficultyEvent> decision) {
        return decision.orThrow(reasons -> new IllegalStateException(reasons.toString())).events();
    }

    private static List<String> against(Decision<Difficulty, DifficultyEvent> decision) {
        return decision instanceof Decision.Refused<Difficulty, DifficultyEvent> refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
    }
}
