package fr.microcredit.intake.difficulty;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.Ladder.Kind;
import fr.microcredit.intake.difficulty.domain.Ladder.Procedure;
import fr.microcredit.intake.difficulty.domain.Ladder.Stage;
import fr.microcredit.intake.difficulty.domain.LadderRules;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;

/**
 * The office follows a procedure of over-indebtedness. In the audit chain, which others read, a filing is a note like any other:
 * it is known to the office only (Code de la consommation, L721-3).
 */
@ApplicationScoped
public class FollowProcedure {
    private final DifficultyActs acts;

    FollowProcedure(DifficultyActs acts) {
        this.acts = acts;
    }

    public Uni<Kept<Difficulty>> handle(Act act, UUID dossierId, Procedure next) {
        if (next.stage() != Stage.ADMISSIBLE) {
            act.noting("step", Codes.of(Kind.NOTE));
        }
        return acts.report(act, dossierId,
                (loan, on) -> LadderRules.overIndebtedness(loan, next, act.actor().subject(), on));
    }
}
