package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;

import fr.microcredit.deploy.local.client.Answer;

/** A lone parent's washing machine, Dijon 2008: the straight way. */
final class StoryA extends LoanStory {
    private static final String OFFICE = "ccas-dijon";

    StoryA(Stage stage) {
        super(stage, "(a)");
    }

    @Override
    void plan() {
        on("2008-09-15", "application and assessment", this::apply);
        on("2008-09-22", "commission", () -> {
            new Commission(stage().api(), OFFICE).decide(LocalDate.parse("2008-09-22"),
                    List.of(Commission.Ruling.approved(dossier())));
            dossier().awaitFile("decide");
            return "approved; file transmitted to the bank";
        });
        on("2008-09-25", "bank", () -> {
            bankDecides("/decision", "accepted", LocalDate.parse("2008-09-25"), "report-contract");
            return "accepted; reserved: " + awaitShare("fcs", 75_000) + ", subsidy "
                    + awaitSubsidy("amountCents", 4_087);
        });
        on("2008-10-01", "contract", () -> {
            contract("2008-10-01", "2008-11-05");
            return "signed, first instalment 2008-11-05";
        });
        on("2008-10-10", "disbursement", this::disburse);
    }

    private String apply() {
        Household household = new Household("21231", 1, List.of("2002-04-11"), 110_000, 56_000);
        Wish wish = new Wish("dijon", "cm-dijon", "household-appliance", "lave-linge", "refused-ordinary-loan", 150_000,
                18);
        begin(Dossier.submitted(stage().api(), OFFICE,
                Persons.named("Martin", "Claire", "1979-02-03", "21000", "Dijon"), household, wish,
                LocalDate.parse("2008-09-15")));
        Answer assessment = dossier().assessment(1);
        Expect.equal("verdict", "eligible", assessment.text("verdict"));
        figure(assessment, "income-ceiling", "ceilingCents", 161_855);
        figure(assessment, "reste-a-vivre", "largestInstalmentCents", 8_408);
        figure(assessment, "reste-a-vivre", "leftCents", 45_592);
        figure(assessment, "reste-a-vivre", "floorCents", 40_000);
        dossier().awaitStage("eligible");
        return assessment.text("verdict") + ": " + income(assessment) + ", " + left(assessment);
    }

    private String disburse() {
        disburse("2008-10-10");
        loan().expect(8_399, 8_408, 1_191);
        payQuietly(1, 17);
        on(loan().last().dueOn(), "last instalment", () -> {
            loan().pay(18);
            return "repaid; " + awaitRelease();
        });
        on(loan().last().dueOn().plusDays(1), "subsidy",
                () -> awaitSubsidy("accruedCents", 4_087) + " accrued whole");
        return loan().told();
    }
}
