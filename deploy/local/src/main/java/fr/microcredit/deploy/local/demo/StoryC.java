package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.deploy.local.client.Answer;

/** A scooter for a job, Dijon 2009: a judged rule, a disagreement, a smaller loan, one instalment late. */
final class StoryC extends LoanStory {
    private static final String OFFICE = "ccas-dijon";
    private static final int LATE = 7;

    StoryC(Stage stage) {
        super(stage, "(c)");
    }

    @Override
    void plan() {
        on("2009-01-05", "application and assessment", this::apply);
        on("2009-01-07", "judgement by a named agent", () -> judge("2009-01-07"));
        on("2009-01-12", "commission", () -> {
            new Commission(stage().api(), OFFICE).decide(LocalDate.parse("2009-01-12"),
                    List.of(Commission.Ruling.approved(dossier())));
            return "approved";
        });
        on("2009-01-15", "bank", () -> {
            bankDecides("/decision", "disagreed", LocalDate.parse("2009-01-15"), "await-meeting");
            return "disagreed: repayment-doubtful";
        });
        on("2009-01-22", "meeting of office and bank", this::meet);
        on("2009-01-29", "bank, last word", () -> {
            bankDecides("/final-decision", "accepted", LocalDate.parse("2009-01-29"), "report-contract");
            return "accepted; reserved: subsidy " + awaitSubsidy("amountCents", 6_481);
        });
        on("2009-02-02", "contract", () -> {
            contract("2009-02-02", "2009-03-05");
            return "signed, first instalment 2009-03-05";
        });
        on("2009-02-12", "disbursement", this::disburse);
    }

    private String apply() {
        Household household = new Household("21231", 1, List.of(), 105_000, 60_000);
        Wish wish = new Wish("dijon", "cm-dijon", "vehicle", "scooter d'occasion pour un emploi",
                "refused-ordinary-loan", 200_000, 24);
        begin(Dossier.submitted(stage().api(), OFFICE,
                Persons.named("Bernard", "Lucie", "1986-07-19", "21000", "Dijon"), household, wish,
                LocalDate.parse("2009-01-05")));
        Answer assessment = dossier().assessment(1);
        Expect.equal("verdict", "needs-human", assessment.text("verdict"));
        figure(assessment, "income-ceiling", "ceilingCents", 124_504);
        figure(assessment, "reste-a-vivre", "leftCents", 36_569);
        return assessment.text("verdict") + ": " + income(assessment) + ", " + left(assessment);
    }

    private String judge(String on) {
        dossier().judge("professional-inclusion", "Poste de nuit, aucun transport en commun à l'heure de la relève.",
                LocalDate.parse(on));
        dossier().awaitStage("eligible");
        return "passes, grounds recorded: eligible";
    }

    private String meet() {
        Answer meeting = dossier().meet(180_000L, LocalDate.parse("2009-01-22"));
        Expect.equal("verdict of the second revision", "needs-human", dossier().assessment(2).text("verdict"));
        dossier().judge("professional-inclusion", "Le scooter reste nécessaire au poste de nuit.",
                LocalDate.parse("2009-01-22"));
        dossier().awaitFile("decide-finally");
        JsonNode agreed = meeting.body().path("meeting");
        return euros(agreed.path("amountCents").asLong()) + " over " + agreed.path("termMonths").asInt()
                + " months, assessed and judged again";
    }

    private String disburse() {
        disburse("2009-02-12");
        loan().expect(7_578, 7_588, 1_882);
        payQuietly(1, LATE - 1);
        LocalDate due = loan().line(LATE).dueOn();
        on(due, "7th instalment", () -> {
            Answer missed = loan().miss(LATE, due);
            Expect.equal("outstanding", 135_339, missed.number("outstandingCents"));
            return "missed, outstanding " + euros(missed.number("outstandingCents"));
        });
        on(due.plusDays(20), "7th instalment", () -> {
            loan().pay(LATE, due.plusDays(20));
            return "paid 20 days late";
        });
        payQuietly(LATE + 1, 23);
        on(loan().last().dueOn(), "last instalment", () -> {
            loan().pay(24);
            return "repaid; " + awaitRelease();
        });
        on(loan().last().dueOn().plusDays(1), "subsidy",
                () -> awaitSubsidy("accruedCents", 6_481) + " accrued whole");
        return loan().told();
    }
}
