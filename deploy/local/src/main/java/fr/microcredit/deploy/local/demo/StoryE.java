package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fr.microcredit.deploy.local.client.Answer;

/** Orthodontics under the regional convention, 2010: two guarantors, and half the interest given back. */
final class StoryE extends LoanStory {
    private static final String OFFICE = "udaf-poitiers";
    private static final int HALF_WAY = 12;

    StoryE(Stage stage) {
        super(stage, "(e)");
    }

    @Override
    void plan() {
        on("2010-02-01", "application and assessment", this::apply);
        on("2010-02-05", "transmission by a named agent", () -> {
            dossier().intake("/transmission", Map.of("effectiveOn", "2010-02-05"));
            dossier().awaitFile("decide");
            return "no commission here; file transmitted to the bank";
        });
        on("2010-02-08", "bank", () -> {
            bankDecides("/decision", "accepted", LocalDate.parse("2010-02-08"), "report-contract");
            return "accepted; reserved: " + awaitShare("fcs", 150_000) + ", " + awaitShare("region", 75_000);
        });
        on("2010-02-10", "contract", () -> {
            contract("2010-02-10", "2010-03-20");
            return "signed, first instalment 2010-03-20";
        });
        on("2010-02-22", "disbursement", this::disburse);
    }

    private String apply() {
        Household household = new Household("86194", 1, List.of("1998-06-02"), 115_000, 70_000);
        Wish wish = new Wish("poitou-charentes", "ce-poitou", "health", "orthodontie", "aid-insufficient", 300_000, 24);
        begin(Dossier.submitted(stage().api(), OFFICE,
                Persons.named("Moreau", "Sophie", "1972-10-14", "86000", "Poitiers"), household, wish,
                LocalDate.parse("2010-02-01")));
        Answer assessment = dossier().assessment(1);
        Expect.equal("verdict", "eligible", assessment.text("verdict"));
        figure(assessment, "income-ceiling", "ceilingCents", 164_773);
        dossier().awaitStage("eligible");
        return assessment.text("verdict") + ": " + income(assessment);
    }

    private String disburse() {
        disburse("2010-02-22");
        Expect.equal("interest", 13_942, loan().interestCents());
        payQuietly(1, HALF_WAY - 1);
        on(loan().line(HALF_WAY).dueOn(), "12th instalment", () -> {
            Answer paid = loan().pay(HALF_WAY);
            Expect.equal("outstanding", 153_293, paid.number("outstandingCents"));
            return "outstanding " + euros(paid.number("outstandingCents")) + ": " + awaitShare("fcs", 76_647) + ", "
                    + awaitShare("region", 38_323);
        });
        payQuietly(HALF_WAY + 1, 23);
        on(loan().last().dueOn(), "last instalment", () -> {
            loan().pay(24);
            Answer ordered = dossier().awaitThat(dossier().rebateAddress(), "rebate ordered", rebate -> {
                Expect.equal("base", 13_942, rebate.number("baseCents"));
                Expect.equal("rebate", 6_971, rebate.number("amountCents"));
            });
            return "repaid without incident; rebate of " + euros(ordered.number("amountCents")) + " ordered";
        });
        on(loan().last().dueOn().plusDays(4), "bank", this::credit);
        return loan().told();
    }

    private String credit() {
        dossier().awaitThat(dossier().loan(""), "the bank knows the order",
                bank -> Expect.equal("rebate ordered", 6_971, bank.number("rebateOrderedCents")));
        LocalDate on = loan().last().dueOn().plusDays(4);
        Expect.ok("credit", stage().api().post(dossier().loan("/rebate-credit"), Map.of("creditedOn", on.toString())));
        Answer credited = dossier().awaitThat(dossier().rebateAddress(), "rebate credited",
                rebate -> Expect.equal("rebate", "credited", rebate.text("status")));
        return "rebate of " + euros(credited.number("amountCents")) + " credited to the borrower";
    }
}
