package fr.microcredit.intake.difficulty.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

import fr.microcredit.intake.difficulty.domain.Ladder.Kind;
import fr.microcredit.intake.difficulty.domain.Ladder.Outcome;
import fr.microcredit.intake.difficulty.domain.Ladder.Stage;
import fr.microcredit.intake.difficulty.domain.Ladder.Step;
import fr.microcredit.intake.difficulty.domain.Repayment.Missed;

/**
 * What is to be done next about an open difficulty, and until when. A missed instalment is seen to in 48 hours, and before the
 * second one is missed (domain.md 7); the other days are values of the platform, no text says them (domain.md A.18).
 */
public final class ToDoRules {
    /** 48 hours, counted in days: the last one is that of the report and two. */
    static final int DAYS_TO_CALL = 2;
    static final int DAYS_TO_FOLLOW_UP = 7;
    /** Of a bank that was asked for a deferral or another table. */
    static final int DAYS_OF_THE_BANK = 14;
    /** The support commission meets every week. */
    static final int DAYS_OF_THE_COMMISSION = 7;
    /** Within which the commission of over-indebtedness decides on a filing (Code de la consommation, R721-4). */
    static final int MONTHS_OF_ADMISSIBILITY = 3;

    private ToDoRules() {
    }

    /** What there is to do. */
    public enum What {
        CALL, CALL_AGAIN, DEFERRAL_INFORMATION, DEFERRAL_REQUEST, FOLLOW_UP,
        /** To hear what has become of it. */
        BANK_ANSWER, COMMISSION_ANSWER, ADMISSIBILITY
    }

    /**
     * @param since    business date of what it follows from: the newest missed instalment or the newest step
     * @param inTimeOn the last day on which it is done in time
     */
    public record ToDo(What what, LocalDate since, LocalDate inTimeOn) {
        static ToDo in(int days, What what, LocalDate since) {
            return new ToDo(what, since, since.plusDays(days));
        }

        private ToDo before(LocalDate nextDue) {
            return nextDue.isAfter(inTimeOn) ? this : new ToDo(what, since, nextDue.minusDays(1));
        }
    }

    /** Nothing where no instalment is unpaid, and nothing once the debtor may not pay any more. */
    public static Optional<ToDo> next(Difficulty loan) {
        if (loan.state() != Difficulty.State.OPEN || loan.ladder().paymentsAreStopped()) {
            return Optional.empty();
        }
        LocalDate missedOn = loan.repayment().unpaid().stream().map(Missed::missedOn).max(Comparator.naturalOrder())
                .orElseThrow();
        ToDo next = loan.ladder().lastDone().filter(step -> !step.on().isBefore(missedOn))
                .map(step -> after(step, loan))
                .orElseGet(() -> ToDo.in(DAYS_TO_CALL, What.CALL, missedOn));
        return Optional.of(loan.repayment().nextDueAfter(next.since()).map(next::before).orElse(next));
    }

    private static ToDo after(Step last, Difficulty loan) {
        return switch (last.kind()) {
            case CALL, VISIT -> last.outcome().filter(Outcome.NOT_REACHED::equals).isPresent()
                    ? ToDo.in(DAYS_TO_CALL, What.CALL_AGAIN, last.on())
                    : afterContact(last, loan);
            case DEFERRAL_INFORMATION -> last.outcome().filter(Outcome.AGREED::equals).isPresent()
                    ? ToDo.in(DAYS_TO_CALL, What.DEFERRAL_REQUEST, last.on())
                    : followUp(last);
            case DEFERRAL_ASKED -> ToDo.in(DAYS_OF_THE_BANK, What.BANK_ANSWER, last.on());
            case RESCHEDULING_ASKED -> last.outcome().filter(Outcome.AWAITED::equals).isPresent()
                    ? ToDo.in(DAYS_OF_THE_BANK, What.BANK_ANSWER, last.on())
                    : answered(last);
            case SUPPORT_ASKED -> ToDo.in(DAYS_OF_THE_COMMISSION, What.COMMISSION_ANSWER, last.on());
            case BANK_ANSWER, COMMISSION_ANSWER -> answered(last);
            case OVER_INDEBTEDNESS -> afterFiling(last, loan);
            case NOTE -> followUp(last);
        };
    }

    /** Some believe that an instalment can never be put off: whoever is reached is told that it can (domain.md 7). */
    private static ToDo afterContact(Step last, Difficulty loan) {
        LocalDate opened = loan.repayment().unpaid().stream().map(Missed::missedOn).min(Comparator.naturalOrder())
                .orElseThrow();
        Predicate<Step> told = step -> step.kind() == Kind.DEFERRAL_INFORMATION && !step.on().isBefore(opened);
        return loan.ladder().has(told)
                ? followUp(last)
                : ToDo.in(DAYS_TO_CALL, What.DEFERRAL_INFORMATION, last.on());
    }

    /** What is declined leaves the borrower where they were. */
    private static ToDo answered(Step last) {
        return last.outcome().filter(Outcome.DECLINED::equals).isPresent()
                ? ToDo.in(DAYS_TO_CALL, What.CALL, last.on())
                : followUp(last);
    }

    private static ToDo afterFiling(Step last, Difficulty loan) {
        return loan.ladder().procedure().filter(each -> each.stage() == Stage.FILED)
                .map(filed -> new ToDo(What.ADMISSIBILITY, last.on(), filed.on().plusMonths(MONTHS_OF_ADMISSIBILITY)))
                .orElseGet(() -> ToDo.in(DAYS_TO_CALL, What.CALL, last.on()));
    }

    private static ToDo followUp(Step last) {
        return ToDo.in(DAYS_TO_FOLLOW_UP, What.FOLLOW_UP, last.on());
    }
}
