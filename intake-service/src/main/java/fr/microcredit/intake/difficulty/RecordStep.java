package fr.microcredit.intake.difficulty;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.Ladder.Kind;
import fr.microcredit.intake.difficulty.domain.Ladder.Outcome;
import fr.microcredit.intake.difficulty.domain.Ladder.Step;
import fr.microcredit.intake.difficulty.domain.LadderRules;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;

/** An agent writes down what was done about a difficulty and what came of it. The audit chain has no note. */
@ApplicationScoped
public class RecordStep {
    private final DifficultyActs acts;

    RecordStep(DifficultyActs acts) {
        this.acts = acts;
    }

    public Uni<Kept<Difficulty>> handle(Act act, UUID dossierId, Kind kind, Optional<Outcome> outcome,
            Optional<String> note) {
        act.noting("step", Codes.of(kind));
        outcome.ifPresent(came -> act.noting("result", Codes.of(came)));
        return acts.change(act, dossierId, (loan, on) -> LadderRules.step(loan,
                new Step(kind, outcome, note, Optional.of(act.actor().subject()), on)));
    }
}
