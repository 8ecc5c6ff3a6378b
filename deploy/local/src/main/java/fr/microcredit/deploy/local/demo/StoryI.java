package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.deploy.local.client.Answer;

/** A household appliance, Ploërmel 2011: the office chooses 1.50 % between 1 and 2 %, no commission decides. */
final class StoryI extends LoanStory {
    private static final String OFFICE = "cias-ploermel";

    StoryI(Stage stage) {
        super(stage, "(i)");
    }

    @Override
    void plan() {
        on("2011-09-05", "application and assessment", this::apply);
        on("2011-09-07", "transmission by a named agent", () -> {
            dossier().intake("/transmission", Map.of("effectiveOn", "2011-09-07"));
            dossier().awaitFile("decide");
            return "sent";
        });
        on("2011-09-09", "bank", () -> {
            bankDecides("/decision", "accepted", LocalDate.parse("2011-09-09"), "report-contract");
            return "accepted; reserved: " + awaitShare("fcs", 50_000);
        });
        on("2011-09-12", "contract", () -> {
            contract("2011-09-12", "2011-10-05");
            return "signed, first instalment 2011-10-05";
        });
        on("2011-09-22", "disbursement", this::disburse);
    }

    private String apply() {
        Household household = new Household("56165", 1, List.of(), 105_000, 50_000);
        Wish wish = new Wish("ploermel", "banque-demonstration", "household-appliance", "réfrigérateur",
                "refused-ordinary-loan", 100_000, 12, Optional.of("1.50"));
        begin(Dossier.submitted(stage().api(), OFFICE,
                Persons.named("Idoux", "Yann", "1984-10-30", "56800", "Ploërmel"), household, wish,
                LocalDate.parse("2011-09-05")));
        Answer assessment = dossier().assessment(1);
        outcome(assessment, "borrower-rate", "pass");
        assessment.body().path("outcomes").forEach(outcome -> {
            if (outcome.path("outcome").asText().equals("needs-human")) {
                dossier().judge(outcome.path("rule").asText(), "Vu avec la personne.", LocalDate.parse("2011-09-05"));
            }
        });
        dossier().awaitStage("eligible");
        return assessment.text("verdict") + " at 1.50 %";
    }

    /** domain.md section 4: i = 0.00125, so 12 instalments of 84.01, the last of 84.03, interest 8.14. */
    private String disburse() {
        disburse("2011-09-22");
        loan().expect(8_401, 8_403, 814);
        payQuietly(1, 11);
        on(loan().last().dueOn(), "last instalment", () -> {
            loan().pay(12);
            return "repaid; " + awaitRelease();
        });
        return loan().told();
    }
}
