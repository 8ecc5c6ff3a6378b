package fr.microcredit.intake.difficulty.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.intake.difficulty.domain.Difficulty.Phase;
import fr.microcredit.intake.difficulty.domain.Ladder.Answer;
import fr.microcredit.intake.difficulty.domain.Ladder.Kind;
import fr.microcredit.intake.difficulty.domain.Ladder.Step;
import fr.microcredit.intake.difficulty.domain.Repayment.Closing;
import fr.microcredit.intake.difficulty.domain.Repayment.Corrected;
import fr.microcredit.intake.difficulty.domain.Repayment.Due;
import fr.microcredit.intake.difficulty.domain.Repayment.Missed;
import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.kit.domain.About;

/**
 * What the bank's and the commission's words make of a loan as its office sees to it. What is told again changes nothing, and
 * once the loan is over nothing does. Incidents come in under the applicant's consent only, from its day on.
 */
public final class DifficultyRules {
    private DifficultyRules() {
    }

    /** The first table is that of the pay-out; told again it stays what has become of it since. */
    public static Difficulty paidOut(Optional<Difficulty> known, About about, List<Due> table, LocalDate on) {
        return known.orElseGet(() -> Difficulty.paidOut(about, table, on));
    }

    public static Difficulty missed(Difficulty loan, Missed report, Consents consents) {
        return loan.phase() == Phase.RUNNING && consents.allowIncidentReports(report.missedOn())
                ? loan.missing(report)
                : loan;
    }

    public static Difficulty paid(Difficulty loan, int number, LocalDate on) {
        return isOver(loan) ? loan : loan.with(loan.repayment().paying(number, on));
    }

    /** An early repayment: other instalments, and none taken up by it. */
    public static Difficulty prepaid(Difficulty loan, List<Due> table, LocalDate on) {
        return isOver(loan) ? loan : loan.with(loan.repayment().onTable(table, on));
    }

    /** A deferral: the bank has answered what was asked of it. */
    public static Difficulty deferred(Difficulty loan, List<Due> table, LocalDate on) {
        return isOver(loan) ? loan : answered(loan.with(loan.repayment().onTable(table, on)), on);
    }

    /**
     * Another table. One that lets the borrower pay later is an answer to a deferral that was asked for; a table of before, since
     * a change was reported by mistake, is none.
     */
    public static Difficulty rescheduled(Difficulty loan, List<Due> table, LocalDate on) {
        if (isOver(loan)) {
            return loan;
        }
        Difficulty next = loan.with(loan.repayment().onTable(table, on));
        Optional<LocalDate> before = loan.repayment().oldestDue();
        return next.repayment().oldestDue().filter(due -> before.filter(due::isAfter).isPresent())
                .map(any -> answered(next, on)).orElse(next);
    }

    private static Difficulty answered(Difficulty loan, LocalDate on) {
        return loan.ladder().pendingDeferral()
                .map(any -> loan.with(loan.ladder().deferralAnswered(new Answer(true, on))
                        .with(Step.told(Kind.BANK_ANSWER, true, on))))
                .orElse(loan);
    }

    /** The whole loan is due; without consent nothing is known of that. */
    public static Difficulty accelerated(Difficulty loan, Consents consents, LocalDate on) {
        return loan.phase() == Phase.RUNNING && consents.allowIncidentReports(on)
                ? loan.at(Phase.IN_DEFAULT, loan.repayment().closing(Closing.ACCELERATED, on))
                : loan;
    }

    /** What the bank has put right; it does so while the loan runs only. */
    public static Difficulty corrected(Difficulty loan, Corrected now, LocalDate on) {
        return loan.phase() == Phase.RUNNING ? loan.with(loan.repayment().corrected(now, on)) : loan;
    }

    /** Repaid, withdrawn or written off. */
    public static Difficulty over(Difficulty loan, LocalDate on) {
        return isOver(loan) ? loan : loan.at(Phase.OVER, loan.repayment().closing(Closing.LOAN_OVER, on));
    }

    /** What the support commission has decided on a request; of a request that was answered, or is none, nothing changes. */
    public static Difficulty supportAnswered(Difficulty loan, UUID requestId, Answer answer) {
        return loan.ladder().awaiting(requestId, answer)
                .map(any -> loan.with(loan.ladder().supportAnswered(requestId, answer)
                        .with(Step.told(Kind.COMMISSION_ANSWER, answer.granted(), answer.on()))))
                .orElse(loan);
    }

    private static boolean isOver(Difficulty loan) {
        return loan.phase() == Phase.OVER;
    }
}
