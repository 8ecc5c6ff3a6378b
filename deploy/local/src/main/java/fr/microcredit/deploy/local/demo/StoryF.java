package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fr.microcredit.deploy.local.client.Answer;

/** A washing machine, Dijon 2009: adjourned, amended, approved under a condition; the first bank refuses, the second lends. */
final class StoryF extends LoanStory {
    private static final String OFFICE = "ccas-dijon";
    private static final String OTHER_BANK = "banque-demonstration";
    private static final int NOT_FOUND = 404;

    private final Map<String, Object> applicant = Persons.named("Fontaine", "Inès", "1979-06-21", "21000", "Dijon");
    private final Household household = new Household("21231", 1, List.of("2001-09-12"), 120_000, 60_000);

    StoryF(Stage stage) {
        super(stage, "(f)");
    }

    @Override
    void plan() {
        on("2009-03-02", "application and assessment", this::apply);
        on("2009-03-09", "commission", () -> {
            rule("2009-03-09", new Commission.Ruling(dossier(), 1, "adjourned", List.of(),
                    Map.of("missing", List.of("quote"))));
            return "adjourned: a quote is missing";
        });
        on("2009-03-12", "amendment", this::amend);
        on("2009-03-16", "commission", () -> {
            rule("2009-03-16", new Commission.Ruling(dossier(), 2, "approved", List.of(),
                    Map.of("conditions", List.of("payment-to-supplier"))));
            return "approved: the bank pays the supplier";
        });
        on("2009-03-19", "bank", () -> {
            bankDecides("/decision", "disagreed", LocalDate.parse("2009-03-19"), "await-meeting");
            return "disagreed: repayment-doubtful";
        });
        on("2009-03-24", "meeting of office and bank", () -> {
            dossier().meet(null, LocalDate.parse("2009-03-24"));
            dossier().awaitFile("decide-finally");
            return "nothing changed";
        });
        on("2009-03-26", "bank, last word", () -> {
            bankDecides("/final-decision", "refused", LocalDate.parse("2009-03-26"), "none");
            dossier().awaitStage("bank-refused");
            Expect.status("guarantee", NOT_FOUND, dossier().get(dossier().guaranteeAddress()));
            return "refused; nothing reserved";
        });
        on("2009-03-30", "another bank", this::goToAnotherBank);
        on("2009-04-02", "second bank", this::accept);
        on("2009-04-06", "contract", () -> {
            contract("2009-04-06", "2009-05-05");
            return "signed, first instalment 2009-05-05";
        });
        on("2009-04-15", "disbursement", this::disburse);
    }

    private String apply() {
        begin(Dossier.submitted(stage().api(), OFFICE, applicant, household, wish(120_000),
                LocalDate.parse("2009-03-02")));
        Answer assessment = dossier().assessment(1);
        Expect.equal("verdict", "eligible", assessment.text("verdict"));
        figure(assessment, "reste-a-vivre", "largestInstalmentCents", 10_056);
        return assessment.text("verdict") + ": " + left(assessment);
    }

    private static Wish wish(long cents) {
        return new Wish("dijon", "cm-dijon", "household-appliance", "lave-linge", "refused-ordinary-loan", cents, 12);
    }

    private void rule(String on, Commission.Ruling ruling) {
        new Commission(stage().api(), OFFICE).decide(LocalDate.parse(on), List.of(ruling));
    }

    private String amend() {
        dossier().amend(applicant, household, wish(100_000), LocalDate.parse("2009-03-12"));
        Answer assessment = dossier().assessment(2);
        Expect.equal("verdict", "eligible", assessment.text("verdict"));
        figure(assessment, "reste-a-vivre", "largestInstalmentCents", 8_379);
        dossier().awaitStage("eligible");
        return "by the quote " + euros(100_000) + ", assessed again: " + left(assessment);
    }

    private String goToAnotherBank() {
        dossier().goTo(OTHER_BANK, LocalDate.parse("2009-03-30"));
        Expect.equal("verdict of the third revision", "eligible", dossier().assessment(3).text("verdict"));
        Answer file = dossier().awaitFile("decide");
        Expect.equal("condition", "payment-to-supplier", file.body().path("conditions").path(0).asText());
        return OTHER_BANK + " under a new consent, with the condition of the commission";
    }

    private String accept() {
        bankDecides("/decision", "accepted", LocalDate.parse("2009-04-02"), "report-contract");
        return "accepted; reserved: " + awaitShare("fcs", 50_000) + ", subsidy " + awaitSubsidy("amountCents", 1_856);
    }

    private String disburse() {
        disburse("2009-04-15");
        loan().expect(8_379, 8_375, 544);
        payQuietly(1, 11);
        on(loan().last().dueOn(), "last instalment", () -> {
            loan().pay(12);
            return "repaid; " + awaitRelease();
        });
        on(loan().last().dueOn().plusDays(1), "subsidy", () -> awaitSubsidy("accruedCents", 1_856) + " accrued whole");
        return loan().told();
    }
}
