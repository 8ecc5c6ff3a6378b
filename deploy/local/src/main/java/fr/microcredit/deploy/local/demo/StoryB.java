package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;

import fr.microcredit.deploy.local.client.Answer;

/** A couple's holiday trip, Dijon 2008: every reason is told, and nobody is refused by a machine. */
final class StoryB extends Story {
    private Dossier dossier;

    StoryB(Stage stage) {
        super(stage, "(b)");
    }

    @Override
    void plan() {
        on("2008-10-06", "application and assessment", this::apply);
        on("2008-10-08", "confirmation by a named agent", () -> {
            dossier.confirmIneligible(LocalDate.parse("2008-10-08"));
            dossier.awaitStage("ineligible");
            return "ineligible";
        });
    }

    private String apply() {
        Household household = new Household("21231", 2, List.of("2000-05-20", "2003-09-01"), 90_000, 64_000);
        Wish wish = new Wish("dijon", "cm-dijon", "holiday", "séjour en famille", "refused-ordinary-loan", 350_000, 24);
        dossier = Dossier.submitted(stage().api(), "ccas-dijon",
                Persons.named("Petit", "Karim", "1975-11-30", "21000", "Dijon"), household, wish,
                LocalDate.parse("2008-10-06"));
        Answer assessment = dossier.assessment(1);
        Expect.equal("verdict", "ineligible", assessment.text("verdict"));
        List.of("amount", "purpose", "reste-a-vivre").forEach(rule -> outcome(assessment, rule, "fail"));
        outcome(assessment, "income-ceiling", "pass");
        figure(assessment, "income-ceiling", "ceilingCents", 261_458);
        figure(assessment, "reste-a-vivre", "leftCents", 11_264);
        figure(assessment, "reste-a-vivre", "floorCents", 80_000);
        dossier.awaitStage("found-ineligible");
        return failures(assessment) + "; " + left(assessment) + "; " + income(assessment);
    }
}
