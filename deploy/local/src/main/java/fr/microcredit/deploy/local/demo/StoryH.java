package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;

import fr.microcredit.deploy.local.client.Answer;

/** Reims' first loan, 2010: a driving licence for 850 EUR over 12 months, office and bank with accounts of their own. */
final class StoryH extends LoanStory {
    private static final String OFFICE = "ccas-reims";

    StoryH(Stage stage) {
        super(stage, "(h)");
    }

    @Override
    void plan() {
        on("2010-12-06", "application and assessment", this::apply);
        on("2010-12-13", "commission", () -> {
            new Commission(stage().api(), OFFICE).decide(LocalDate.parse("2010-12-13"),
                    List.of(Commission.Ruling.approved(dossier())));
            return "approved";
        });
        on("2010-12-16", "bank", () -> {
            bankDecides("/decision", "accepted", LocalDate.parse("2010-12-16"), "report-contract");
            return "accepted; neither guarantee nor subsidy are asked for";
        });
        on("2010-12-20", "contract", () -> {
            contract("2010-12-20", "2011-02-05");
            return "signed, first instalment 2011-02-05";
        });
        on("2011-01-04", "disbursement", this::disburse);
    }

    private String apply() {
        Household household = new Household("51454", 1, List.of(), 98_000, 52_000);
        Wish wish = new Wish("reims", "parcours-confiance", "driving-licence", "permis B", "refused-ordinary-loan",
                85_000, 12);
        begin(Dossier.submitted(stage().api(), OFFICE,
                Persons.named("Henry", "Sofia", "1990-04-17", "51100", "Reims"), household, wish,
                LocalDate.parse("2010-12-06")));
        Answer assessment = dossier().assessment(1);
        judged(assessment);
        dossier().awaitStage("eligible");
        return assessment.text("verdict");
    }

    /** What the sheet leaves to a person, a person decides. */
    private void judged(Answer assessment) {
        assessment.body().path("outcomes").forEach(outcome -> {
            if (outcome.path("outcome").asText().equals("needs-human")) {
                dossier().judge(outcome.path("rule").asText(), "Vu avec la personne.", LocalDate.parse("2010-12-06"));
            }
        });
    }

    private String disburse() {
        disburse("2011-01-04");
        loan().expect(7_253, 7_257, 2_040);
        payQuietly(1, 11);
        on(loan().last().dueOn(), "last instalment", () -> {
            loan().pay(12);
            dossier().awaitStage("repaid");
            return "repaid";
        });
        return loan().told();
    }
}
