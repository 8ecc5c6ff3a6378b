package fr.microcredit.intake.difficulty;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.LadderRules;
import fr.microcredit.intake.request.FrozenTerms;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;

/** The office asks the bank, for the borrower, to put instalments off. */
@ApplicationScoped
public class AskDeferral {
    private final DifficultyActs acts;

    AskDeferral(DifficultyActs acts) {
        this.acts = acts;
    }

    /** @param months 1 to 3, and no more than the convention of the frozen terms puts off at once */
    public Uni<Kept<Difficulty>> handle(Act act, UUID dossierId, int months) {
        act.noting("months", months);
        return acts.report(act, dossierId, (request, loan, on) -> LadderRules.askDeferral(loan, months,
                FrozenTerms.deferralMonths(request).orElse(LadderRules.DEFERRAL_MONTHS_MAX), act.actor().subject(),
                on));
    }
}
