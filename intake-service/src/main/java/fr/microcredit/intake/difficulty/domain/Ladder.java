package fr.microcredit.intake.difficulty.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import fr.microcredit.kit.money.Money;

/**
 * What the office has done about a difficulty, step by step. Notes, reports and a filing for over-indebtedness stay here; nothing
 * of them is in any event.
 *
 * @param steps            in the order in which they were recorded; none is ever changed
 * @param deferrals        asked of the bank
 * @param support          asked of the support commission
 * @param overIndebtedness the procedure as far as it has come
 */
public record Ladder(List<Step> steps, List<Deferral> deferrals, List<Support> support,
        List<Procedure> overIndebtedness) {
    static final Ladder EMPTY = new Ladder(List.of(), List.of(), List.of(), List.of());

    public Ladder {
        steps = List.copyOf(steps);
        deferrals = List.copyOf(deferrals);
        support = List.copyOf(support);
        overIndebtedness = List.copyOf(overIndebtedness);
    }

    /** What is done. */
    public enum Kind {
        CALL, VISIT,
        /** The borrower was told that an instalment can be deferred: some believe that it never can (domain.md 7). */
        DEFERRAL_INFORMATION,
        /** The bank was asked for another table, by telephone or letter. */
        RESCHEDULING_ASKED,
        /** What the bank has said to a deferral or a rescheduling. */
        BANK_ANSWER, NOTE,
        /** Kept by the acts of these names, and by what is told. */
        DEFERRAL_ASKED, SUPPORT_ASKED, COMMISSION_ANSWER, OVER_INDEBTEDNESS
    }

    /** What came of it. */
    public enum Outcome {
        REACHED, NOT_REACHED, AGREED, DECLINED, AWAITED
    }

    /**
     * @param outcome empty for a note and for what has another record of its own
     * @param note    of the agent, 1 to {@value LadderRules#NOTE_MAX} characters; never leaves the office
     * @param by      the identity provider's identifier of who has done it; empty for what bank or commission have told
     * @param on      business date
     */
    public record Step(Kind kind, Optional<Outcome> outcome, Optional<String> note, Optional<String> by, LocalDate on) {
        static Step told(Kind kind, boolean agreed, LocalDate on) {
            return new Step(kind, Optional.of(agreed ? Outcome.AGREED : Outcome.DECLINED), Optional.empty(),
                    Optional.empty(), on);
        }

        static Step done(Kind kind, Outcome outcome, String by, LocalDate on) {
            return new Step(kind, Optional.of(outcome), Optional.empty(), Optional.of(by), on);
        }
    }

    /** @param granted whether it was */
    public record Answer(boolean granted, LocalDate on) {
    }

    /**
     * @param months 1 to 3
     * @param answer of the bank: its new table, or its word as the office has recorded it
     */
    public record Deferral(int months, LocalDate askedOn, Optional<Answer> answer) {
    }

    /**
     * @param instalments by number, ascending
     * @param amount      of all of them, as the agreement has them
     * @param report      for the commission; never in an event
     * @param by          the identity provider's identifier of who asks
     */
    public record Support(UUID requestId, List<Integer> instalments, Money amount, String report, String by,
            LocalDate askedOn, Optional<Answer> answer) {
        public Support {
            instalments = List.copyOf(instalments);
        }

        boolean refused() {
            return answer.filter(given -> !given.granted()).isPresent();
        }
    }

    /** How far a procedure of over-indebtedness has come (Code de la consommation, L721-1 and following). */
    public enum Stage {
        FILED, ADMISSIBLE, INADMISSIBLE
    }

    /** @param on day of the filing or of the commission's decision */
    public record Procedure(Stage stage, LocalDate on) {
    }

    public Optional<Deferral> pendingDeferral() {
        return last(deferrals).filter(asked -> asked.answer().isEmpty());
    }

    public Optional<Procedure> procedure() {
        return last(overIndebtedness);
    }

    /** The debtor may not pay any more (Code de la consommation, L722-5). */
    public boolean paymentsAreStopped() {
        return procedure().filter(last -> last.stage() == Stage.ADMISSIBLE).isPresent();
    }

    /** The newest step that is more than a note. */
    Optional<Step> lastDone() {
        return last(steps.stream().filter(step -> step.kind() != Kind.NOTE).toList());
    }

    boolean has(Predicate<Step> step) {
        return steps.stream().anyMatch(step);
    }

    Ladder with(Step step) {
        return new Ladder(and(steps, step), deferrals, support, overIndebtedness);
    }

    Ladder asking(Deferral asked) {
        return new Ladder(steps, and(deferrals, asked), support, overIndebtedness);
    }

    Ladder asking(Support asked) {
        return new Ladder(steps, deferrals, and(support, asked), overIndebtedness);
    }

    Ladder at(Procedure next) {
        return new Ladder(steps, deferrals, support, and(overIndebtedness, next));
    }

    /** Nothing where nothing is asked. */
    Ladder deferralAnswered(Answer answer) {
        UnaryOperator<Deferral> answered = asked -> asked.answer().isPresent()
                ? asked
                : new Deferral(asked.months(), asked.askedOn(), Optional.of(answer));
        return new Ladder(steps, deferrals.stream().map(answered).toList(), support, overIndebtedness);
    }

    /** What an answer is news of: a request without one, or a grant that is taken back. */
    Optional<Support> awaiting(UUID requestId, Answer answer) {
        return support.stream().filter(asked -> asked.requestId().equals(requestId))
                .filter(asked -> asked.answer().map(known -> known.granted() && !answer.granted()).orElse(true))
                .findFirst();
    }

    Ladder supportAnswered(UUID requestId, Answer answer) {
        UnaryOperator<Support> answered = asked -> asked.requestId().equals(requestId)
                ? new Support(requestId, asked.instalments(), asked.amount(), asked.report(), asked.by(),
                        asked.askedOn(), Optional.of(answer))
                : asked;
        return new Ladder(steps, deferrals, support.stream().map(answered).toList(), overIndebtedness);
    }

    private static <T> Optional<T> last(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static <T> List<T> and(List<T> all, T next) {
        return Stream.concat(all.stream(), Stream.of(next)).toList();
    }
}
