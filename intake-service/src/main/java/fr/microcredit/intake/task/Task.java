package fr.microcredit.intake.task;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.intake.accompaniment.domain.BankAnswerRules;
import fr.microcredit.intake.accompaniment.domain.BankAnswerRules.Awaited;
import fr.microcredit.intake.dossier.Dossier;
import fr.microcredit.intake.request.FrozenTerms;

/**
 * Something of a dossier that whoever has it has to see to. Nothing of it is kept: it is there as long as its dossier stands so,
 * and ends with what it waits for, whoever brings that about.
 *
 * @param dossier  it is about
 * @param awaited  what the bank owes an answer to
 * @param inTimeOn the last day on which an answer is in time
 */
public record Task(Dossier dossier, Awaited awaited, LocalDate inTimeOn) {
    /** What a dossier gives whoever has it to see to, now or later; empty where nobody counts the bank's days. */
    static Optional<Task> of(Dossier dossier) {
        return BankAnswerRules
                .awaited(dossier.request(), dossier.accompaniment(), FrozenTerms.meetingRequired(dossier.request()))
                .flatMap(awaited -> FrozenTerms.bankAnswerDays(dossier.request())
                        .map(days -> new Task(dossier, awaited, awaited.until(days))));
    }

    boolean isRaised(LocalDate today) {
        return inTimeOn.isBefore(today);
    }
}
