package fr.microcredit.intake.difficulty.domain;

import static fr.microcredit.intake.difficulty.domain.Loans.AGREED;
import static fr.microcredit.intake.difficulty.domain.Loans.day;
import static fr.microcredit.intake.difficulty.domain.Loans.open;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.difficulty.domain.Ladder.Kind;
import fr.microcredit.intake.difficulty.domain.Ladder.Outcome;
import fr.microcredit.intake.difficulty.domain.Ladder.Procedure;
import fr.microcredit.intake.difficulty.domain.Ladder.Stage;
import fr.microcredit.intake.difficulty.domain.Ladder.Step;
import fr.microcredit.intake.difficulty.domain.ToDoRules.What;
import fr.microcredit.kit.domain.Decision;

/** What is to be done next about a missed instalment, and until when. */
class ToDoRulesTest {
    /** 48 hours, and in any case before the next one of 09-05 may be missed. */
    @ParameterizedTest
    @CsvSource({"2010-08-05, 2010-08-07", "2010-09-02, 2010-09-04", "2010-09-03, 2010-09-04", "2010-09-04, 2010-09-04",
            "2010-09-05, 2010-09-07"})
    void aMissedInstalmentIsSeenToInTwoDaysAndBeforeTheNextOne(String reported, LocalDate inTimeOn) {
        assertEquals(Optional.of(new ToDoRules.ToDo(What.CALL, day(reported), inTimeOn)),
                ToDoRules.next(Loans.missed(Loans.sixPaid(), 7, reported)));
    }

    /** Steps of the office, each with its day of August 2010: after the last of them this is to be done, until then. */
    @ParameterizedTest
    @CsvSource({"call:not-reached:6, CALL_AGAIN, 2010-08-08", "call:reached:6, DEFERRAL_INFORMATION, 2010-08-08",
            "call:reached:6 deferral-information:reached:6, FOLLOW_UP, 2010-08-13",
            "deferral-information:agreed:6, DEFERRAL_REQUEST, 2010-08-08",
            "deferral-information:declined:6 visit:reached:9, FOLLOW_UP, 2010-08-16",
            "call:not-reached:6 note::7, CALL_AGAIN, 2010-08-08",
            "rescheduling-asked:awaited:10, BANK_ANSWER, 2010-08-24",
            "rescheduling-asked:declined:10, CALL, 2010-08-12", "bank-answer:declined:10, CALL, 2010-08-12",
            "bank-answer:agreed:10, FOLLOW_UP, 2010-08-17", "ask-deferral::10, BANK_ANSWER, 2010-08-24",
            "ask-deferral::28, BANK_ANSWER, 2010-09-04", "ask-support::10, COMMISSION_ANSWER, 2010-08-17",
            "filed::10, ADMISSIBILITY, 2010-09-04", "filed::10 inadmissible::20, CALL, 2010-08-22"})
    void aStepMovesOnToTheNextThing(String steps, What what, LocalDate inTimeOn) {
        Difficulty loan = open();
        for (String step : steps.split(" ")) {
            loan = after(loan, step.split(":"));
        }
        ToDoRules.ToDo next = ToDoRules.next(loan).orElseThrow();
        assertEquals(what, next.what());
        assertEquals(inTimeOn, next.inTimeOn());
    }

    /** R721-4: within three months; the next instalment comes first where there is one. */
    @Test
    void aFilingIsWaitedForThreeMonths() {
        Difficulty lastOne = DifficultyRules.rescheduled(open(), Loans.table(0).subList(0, 7), day("2010-08-06"));
        assertEquals(Optional.of(day("2010-11-10")),
                ToDoRules.next(after(lastOne, "filed", "", "10")).map(ToDoRules.ToDo::inTimeOn));
    }

    /** Whatever was done about the first one, the second is seen to as the first was. */
    @Test
    void anotherMissedInstalmentBeginsAnew() {
        Difficulty loan = after(open(), "call", "reached", "6");
        assertEquals(Optional.of(new ToDoRules.ToDo(What.CALL, day("2010-09-05"), day("2010-09-07"))),
                ToDoRules.next(Loans.missed(loan, 8, "2010-09-05")));
    }

    /** What was told about an earlier difficulty is told again: it may be another one. */
    @Test
    void deferralIsToldOfInEachDifficulty() {
        Difficulty told = after(open(), "deferral-information", "reached", "6");
        Difficulty again = Loans.missed(DifficultyRules.paid(told, 7, day("2010-08-20")), 8, "2010-09-05");
        Difficulty called = accepted(LadderRules.step(again, step("call", "reached", day("2010-09-06"))));
        assertEquals(Optional.of(What.DEFERRAL_INFORMATION), ToDoRules.next(called).map(ToDoRules.ToDo::what));
    }

    @Test
    void whereNothingIsUnpaidOrMayBePaidThereIsNothingToDo() {
        assertEquals(Optional.empty(), ToDoRules.next(Loans.sixPaid()));
        assertEquals(Optional.empty(), ToDoRules.next(DifficultyRules.paid(open(), 7, day("2010-08-20"))));
        assertEquals(Optional.empty(), ToDoRules.next(DifficultyRules.accelerated(open(), AGREED, day("2010-08-20"))));
        assertEquals(Optional.empty(), ToDoRules.next(Loans.over()));
        assertEquals(Optional.empty(), ToDoRules.next(after(open(), "admissible", "", "10")));
    }

    private static Difficulty after(Difficulty loan, String... step) {
        LocalDate on = LocalDate.of(2010, 8, Integer.parseInt(step[2]));
        return accepted(switch (step[0]) {
            case "ask-deferral" -> LadderRules.askDeferral(loan, 2, 3, "agent", on);
            case "ask-support" -> LadderRules.askSupport(loan,
                    new LadderRules.Request(UUID.randomUUID(), Set.of(7), "why", "agent"), on);
            case "filed", "admissible", "inadmissible" -> LadderRules.overIndebtedness(loan,
                    new Procedure(Stage.valueOf(step[0].toUpperCase(Locale.ROOT)), on), "agent", on);
            default -> LadderRules.step(loan, step(step[0], step[1], on));
        });
    }

    private static Step step(String kind, String outcome, LocalDate on) {
        return new Step(Kind.valueOf(kind.replace('-', '_').toUpperCase(Locale.ROOT)),
                Optional.of(outcome).filter(each -> !each.isEmpty())
                        .map(each -> Outcome.valueOf(each.replace('-', '_').toUpperCase(Locale.ROOT))),
                Optional.of("a note"), Optional.of("agent"), on);
    }

    private static Difficulty accepted(Decision<Difficulty, DifficultyEvent> decision) {
        return decision.orThrow(reasons -> new IllegalStateException(reasons.toString())).state();
    }
}
