package fr.microcredit.intake.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.intake.accompaniment.domain.BankAnswerRules;
import fr.microcredit.intake.accompaniment.domain.BankAnswerRules.Awaited;
import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.Repayment.Missed;
import fr.microcredit.intake.difficulty.domain.ToDoRules;
import fr.microcredit.intake.difficulty.domain.ToDoRules.ToDo;
import fr.microcredit.intake.dossier.Dossier;
import fr.microcredit.intake.request.FrozenTerms;
import fr.microcredit.kit.domain.Codes;

/**
 * Something of a dossier that whoever has it has to see to. Nothing of it is kept: it is there as long as its dossier stands so,
 * and ends with what it waits for, whoever brings that about.
 *
 * @param dossier     it is about
 * @param about       what the bank owes an answer to, or what is to be done next, as a code
 * @param since       business date from which its days are counted
 * @param inTimeOn    the last day on which it is in time
 * @param instalments that are unpaid, by number
 */
public record Task(Dossier dossier, Kind kind, String about, LocalDate since, LocalDate inTimeOn,
        List<Integer> instalments) {
    /** What there is to see to. */
    public enum Kind {
        /** A bank has not answered in the days of its convention. */
        BANK_SILENT,
        /** An instalment at least was missed, and is neither paid nor taken up. */
        MISSED_INSTALMENT
    }

    /** What a dossier gives whoever has it to see to, now or later. */
    static Stream<Task> of(Dossier dossier) {
        return Stream.concat(ofTheBank(dossier).stream(), ofTheLoan(dossier).stream());
    }

    /** Nothing where nobody counts the bank's days. */
    static Optional<Task> ofTheBank(Dossier dossier) {
        return BankAnswerRules
                .awaited(dossier.request(), dossier.accompaniment(), FrozenTerms.meetingRequired(dossier.request()))
                .flatMap(awaited -> FrozenTerms.bankAnswerDays(dossier.request())
                        .map(days -> silent(dossier, awaited, awaited.until(days))));
    }

    private static Task silent(Dossier dossier, Awaited awaited, LocalDate inTimeOn) {
        return new Task(dossier, Kind.BANK_SILENT, Codes.of(awaited.question()), awaited.since(), inTimeOn, List.of());
    }

    private static Optional<Task> ofTheLoan(Dossier dossier) {
        return dossier.loan().flatMap(loan -> ToDoRules.next(loan).map(next -> missed(dossier, loan, next)));
    }

    private static Task missed(Dossier dossier, Difficulty loan, ToDo next) {
        return new Task(dossier, Kind.MISSED_INSTALMENT, Codes.of(next.what()), next.since(), next.inTimeOn(),
                loan.repayment().unpaid().stream().map(Missed::number).sorted().toList());
    }

    /** A bank has its days; what is missed is seen to from the first one on. */
    boolean isRaised(LocalDate today) {
        return kind == Kind.MISSED_INSTALMENT || isOverdue(today);
    }

    /** Its last day in time is over. */
    public boolean isOverdue(LocalDate today) {
        return inTimeOn.isBefore(today);
    }
}
