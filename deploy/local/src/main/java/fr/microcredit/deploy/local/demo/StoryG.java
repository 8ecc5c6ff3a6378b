package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fr.microcredit.deploy.local.client.Answer;

/**
 * Two loans asked for by one person, Dijon 2011: the second one finds no guarantee above the person's cap, goes on with the
 * borrower paying the bank's rate, and is withdrawn on the tenth day after the contract.
 */
final class StoryG extends LoanStory {
    private static final String OFFICE = "ccas-dijon";
    private static final String BANK = "cm-dijon";

    private final Map<String, Object> applicant = Persons.named("Girard", "Paul", "1972-02-03", "21000", "Dijon");
    private final Household household = new Household("21231", 1, List.of(), 110_000, 45_000);
    private Dossier first;

    StoryG(Stage stage) {
        super(stage, "(g)");
    }

    @Override
    void plan() {
        on("2011-05-02", "two applications and assessments", this::apply);
        on("2011-05-09", "commission", () -> {
            new Commission(stage().api(), OFFICE).decide(LocalDate.parse("2011-05-09"),
                    List.of(Commission.Ruling.approved(first), Commission.Ruling.approved(dossier())));
            return "both approved";
        });
        on("2011-05-12", "bank, the first", this::acceptFirst);
        on("2011-05-13", "bank, the second", this::acceptSecond);
        on("2011-05-16", "bank", () -> {
            dossier().bankActs("/proposal", Map.of("guarantees", List.of(), "proposedOn", "2011-05-16"));
            dossier().awaitStage("bank-proposed");
            return "would lend without a guarantee";
        });
        on("2011-05-17", "office", this::agree);
        on("2011-05-18", "bank", this::acceptAgain);
        on("2011-05-20", "contract", () -> {
            contract("2011-05-20", "2011-07-05");
            return "signed, first instalment 2011-07-05";
        });
        on("2011-05-25", "the first is withdrawn", this::withdrawFirst);
        on("2011-05-28", "disbursement", this::payOut);
        on("2011-05-30", "withdrawal, tenth day after the contract", () -> {
            withdraw(dossier(), "2011-05-30");
            dossier().awaitFile("report-withdrawal");
            return "capital and interest come back";
        });
        on("2011-06-02", "bank", this::giveBack);
    }

    private String apply() {
        LocalDate day = LocalDate.parse("2011-05-02");
        first = Dossier.submitted(stage().api(), OFFICE, applicant, household, wish("cuisinière", 200_000, 24), day);
        begin(Dossier.submitted(stage().api(), OFFICE, applicant, household, wish("lave-linge", 120_000, 12), day));
        Answer assessment = dossier().assessment(1);
        Expect.equal("verdict of the first", "eligible", first.assessment(1).text("verdict"));
        Expect.equal("verdict", "eligible", assessment.text("verdict"));
        figure(assessment, "income-ceiling", "ceilingCents", 128_648);
        return "eligible both: no bank has accepted one yet; " + income(assessment);
    }

    private static Wish wish(String what, long cents, int months) {
        return new Wish("dijon", BANK, "household-appliance", what, "refused-ordinary-loan", cents, months);
    }

    private String acceptFirst() {
        first.awaitFile("decide");
        first.bankDecides("/decision", "accepted", LocalDate.parse("2011-05-12"));
        first.awaitFile("report-contract");
        return "accepted; " + euros(200_000) + " guaranteed";
    }

    /** 2 000 and 1 200 are more than the cap of 3 000. */
    private String acceptSecond() {
        bankDecides("/decision", "accepted", LocalDate.parse("2011-05-13"), "decide-again");
        Answer file = dossier().get(dossier().file(""));
        Expect.equal("lost", "person-cap-exceeded", file.body().path("lost").path(0).path("reason").asText());
        return "accepted; the guarantee is declined: " + file.body().path("lost").path(0).path("reason").asText();
    }

    private String agree() {
        dossier().intake("/proposal-agreement", Map.of("subsidyPaidBy", "borrower", "effectiveOn", "2011-05-17"));
        Answer assessment = dossier().assessment(2);
        figure(assessment, "reste-a-vivre", "largestInstalmentCents", 10_240);
        if (assessment.text("verdict").equals("needs-human")) {
            dossier().judge("person-cap", "Les deux demandes sont de la même personne ; celle-ci n'est pas garantie.",
                    LocalDate.parse("2011-05-17"));
        }
        dossier().awaitFile("decide-again");
        dossier().awaitStage("transmitted");
        return "the borrower pays the bank's rate, assessed again: " + left(assessment);
    }

    private String acceptAgain() {
        dossier().bankDecides("/decision", "accepted", LocalDate.parse("2011-05-18"));
        dossier().awaitFile("report-contract");
        return "accepted without guarantee and subsidy: " + awaitSubsidyStatus("released");
    }

    private String withdrawFirst() {
        withdraw(first, "2011-05-25");
        first.awaitStage("withdrawn");
        first.awaitThat(first.guaranteeAddress(), "released",
                answer -> Expect.equal("guarantee", "released", answer.text("status")));
        return "another aid was found; nothing stays reserved";
    }

    private static void withdraw(Dossier dossier, String on) {
        dossier.intake("/withdrawal", Map.of("reason", "other-aid", "effectiveOn", on));
    }

    private String payOut() {
        dossier().bankActs("/disbursement", Map.of("disbursedOn", "2011-05-28"));
        Loan loan = Loan.of(dossier());
        loan.expect(10_240, 10_239, 2_879);
        return loan.told() + ", at the bank's rate";
    }

    /** 1 200 at 4.40 % for the five days from 05-28 to 06-02: 0.7233. */
    private String giveBack() {
        dossier().bankActs("/withdrawal", Map.of("amountCents", 120_072, "repaidOn", "2011-06-02"));
        dossier().awaitStage("withdrawn");
        return euros(120_072) + " given back: 5 days of interest are " + euros(72);
    }

    private String awaitSubsidyStatus(String status) {
        return "subsidy " + dossier().awaitThat(dossier().subsidyAddress(), "subsidy " + status,
                answer -> Expect.equal("subsidy", status, answer.text("status"))).text("status");
    }
}
