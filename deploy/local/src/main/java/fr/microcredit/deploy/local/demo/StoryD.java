package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;

import fr.microcredit.deploy.local.client.Answer;

/** A second-hand car, Dijon 2009: the bank keeps its word after the meeting, and nothing stays reserved. */
final class StoryD extends LoanStory {
    private static final String OFFICE = "ccas-dijon";
    private static final int NOT_FOUND = 404;

    StoryD(Stage stage) {
        super(stage, "(d)");
    }

    @Override
    void plan() {
        on("2009-02-02", "application and assessment", this::apply);
        on("2009-02-04", "judgement by a named agent", () -> {
            dossier().judge("professional-inclusion", "Deux emplois en horaires décalés hors de la ville.",
                    LocalDate.parse("2009-02-04"));
            dossier().awaitStage("eligible");
            return "passes, grounds recorded: eligible";
        });
        on("2009-02-09", "commission", () -> {
            new Commission(stage().api(), OFFICE).decide(LocalDate.parse("2009-02-09"),
                    List.of(Commission.Ruling.approved(dossier())));
            return "approved";
        });
        on("2009-02-12", "bank", () -> {
            bankDecides("/decision", "disagreed", LocalDate.parse("2009-02-12"), "await-meeting");
            return "disagreed: repayment-doubtful";
        });
        on("2009-02-19", "meeting of office and bank", () -> {
            dossier().meet(null, LocalDate.parse("2009-02-19"));
            dossier().awaitFile("decide-finally");
            return "nothing changed";
        });
        on("2009-02-23", "bank, last word", () -> {
            bankDecides("/final-decision", "refused", LocalDate.parse("2009-02-23"), "none");
            dossier().awaitStage("bank-refused");
            Expect.status("guarantee", NOT_FOUND, dossier().get(dossier().guaranteeAddress()));
            Expect.status("subsidy", NOT_FOUND, dossier().get(dossier().subsidyAddress()));
            return "refused; nothing reserved";
        });
    }

    private String apply() {
        Household household = new Household("21231", 2, List.of(), 160_000, 90_000);
        Wish wish = new Wish("dijon", "cm-dijon", "vehicle", "voiture d'occasion", "refused-ordinary-loan", 250_000,
                24);
        begin(Dossier.submitted(stage().api(), OFFICE,
                Persons.named("Robert", "Ahmed", "1981-01-08", "21000", "Dijon"), household, wish,
                LocalDate.parse("2009-02-02")));
        Answer assessment = dossier().assessment(1);
        Expect.equal("verdict", "needs-human", assessment.text("verdict"));
        figure(assessment, "income-ceiling", "ceilingCents", 186_755);
        figure(assessment, "reste-a-vivre", "largestInstalmentCents", 10_526);
        figure(assessment, "reste-a-vivre", "leftCents", 59_474);
        return assessment.text("verdict") + ": " + income(assessment) + ", " + left(assessment);
    }
}
