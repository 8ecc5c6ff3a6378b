package fr.microcredit.intake.difficulty;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.LadderRules;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;

/** The office asks its support commission to pay instalments in the borrower's place. The audit chain has no report. */
@ApplicationScoped
public class AskSupport {
    private final DifficultyActs acts;

    AskSupport(DifficultyActs acts) {
        this.acts = acts;
    }

    public Uni<Kept<Difficulty>> handle(Act act, UUID dossierId, Set<Integer> instalments, String report) {
        act.noting("instalments", new TreeSet<>(instalments));
        LadderRules.Request request = new LadderRules.Request(UUID.randomUUID(), instalments, report,
                act.actor().subject());
        return acts.report(act, dossierId, (loan, on) -> LadderRules.askSupport(loan, request, on));
    }
}
