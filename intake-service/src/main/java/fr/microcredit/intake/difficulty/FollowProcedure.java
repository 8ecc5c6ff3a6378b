package fr.microcredit.intake.difficulty;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.Ladder.Procedure;
import fr.microcredit.intake.difficulty.domain.LadderRules;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;

/**
 * The office follows a procedure of over-indebtedness. Of its steps the audit chain has none: a filing is known to the office
 * only (Code de la consommation, L721-3).
 */
@ApplicationScoped
public class FollowProcedure {
    private final DifficultyActs acts;

    FollowProcedure(DifficultyActs acts) {
        this.acts = acts;
    }

    public Uni<Kept<Difficulty>> handle(Act act, UUID dossierId, Procedure next) {
        return acts.report(act, dossierId,
                (loan, on) -> LadderRules.overIndebtedness(loan, next, act.actor().subject(), on));
    }
}
