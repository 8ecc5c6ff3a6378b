package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.intake.difficulty.ReadDifficulty.Seen;
import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.Difficulty.State;
import fr.microcredit.intake.difficulty.domain.Ladder;
import fr.microcredit.intake.difficulty.domain.Ladder.Deferral;
import fr.microcredit.intake.difficulty.domain.Ladder.Procedure;
import fr.microcredit.intake.difficulty.domain.Ladder.Step;
import fr.microcredit.intake.difficulty.domain.Ladder.Support;
import fr.microcredit.intake.difficulty.domain.Repayment.Missed;
import fr.microcredit.intake.difficulty.domain.ToDoRules;
import fr.microcredit.intake.difficulty.domain.ToDoRules.ToDo;

/**
 * A loan as its office sees to it; amounts in cents. Nothing of it leaves the office but the acts that say so.
 *
 * @param state            {@code none} before the pay-out
 * @param toDo             what is to be done next, and until when; left out where nothing is
 * @param missed           newest first, with what became of each; under the applicant's consent only
 * @param nextDueOn        of the first instalment that is neither paid nor missed
 * @param steps            newest first
 * @param deferrals        newest first
 * @param supportRequests  newest first
 * @param overIndebtedness newest first; known to the office only, until it is admissible
 */
public record DifficultyView(UUID dossierId, State state, Optional<ToDo> toDo, List<Missed> missed,
        Optional<LocalDate> nextDueOn, List<Step> steps, List<Deferral> deferrals, List<Support> supportRequests,
        List<Procedure> overIndebtedness) {
    static DifficultyView of(Seen seen) {
        return seen.loan().map(DifficultyView::of)
                .orElseGet(() -> new DifficultyView(seen.request().dossierId(), State.NONE, Optional.empty(), List.of(),
                        Optional.empty(), List.of(), List.of(), List.of(), List.of()));
    }

    private static DifficultyView of(Difficulty loan) {
        Ladder ladder = loan.ladder();
        return new DifficultyView(loan.dossierId(), loan.state(), ToDoRules.next(loan),
                newestFirst(loan.repayment().missed()), nextDue(loan), newestFirst(ladder.steps()),
                newestFirst(ladder.deferrals()), newestFirst(ladder.support()), newestFirst(ladder.overIndebtedness()));
    }

    private static Optional<LocalDate> nextDue(Difficulty loan) {
        LocalDate behind = loan.repayment().unpaid().stream().map(Missed::dueOn).max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return loan.phase() == Difficulty.Phase.RUNNING ? loan.repayment().nextDueAfter(behind) : Optional.empty();
    }

    static <T> List<T> newestFirst(List<T> inOrder) {
        List<T> turned = new ArrayList<>(inOrder);
        Collections.reverse(turned);
        return List.copyOf(turned);
    }
}
