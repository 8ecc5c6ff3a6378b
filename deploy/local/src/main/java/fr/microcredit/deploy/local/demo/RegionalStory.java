package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.Map;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;

/** A loan of 2,400 over 24 months under the regional convention, paid out on 2010-03-22; what becomes of it is the story. */
abstract class RegionalStory extends LoanStory {
    static final String OFFICE = "udaf-poitiers";
    private static final String PAID_OUT = "2010-03-22";

    RegionalStory(Stage stage, String name) {
        super(stage, name);
    }

    abstract Map<String, Object> applicant();

    abstract Household household();

    abstract String project();

    /** After the pay-out, the instalments on their days and everything else. */
    abstract void repay();

    @Override
    final void plan() {
        on("2010-03-02", "application and assessment", this::apply);
        on("2010-03-05", "transmission by a named agent", () -> {
            dossier().intake("/transmission", Map.of("effectiveOn", "2010-03-05"));
            return "file transmitted to the bank";
        });
        on("2010-03-08", "bank", () -> {
            bankDecides("/decision", "accepted", LocalDate.parse("2010-03-08"), "report-contract");
            return "accepted; reserved: " + awaitShare("fcs", 120_000) + ", " + awaitShare("region", 60_000);
        });
        on("2010-03-10", "contract", () -> {
            contract("2010-03-10", "2010-04-20");
            return "signed, first instalment 2010-04-20";
        });
        on(PAID_OUT, "disbursement", () -> {
            disburse(PAID_OUT);
            loan().expect(10_465, 10_459, 11_154);
            repay();
            return loan().told();
        });
    }

    private String apply() {
        Wish wish = new Wish("poitou-charentes", "ce-poitou", "vehicle", project(), "aid-insufficient", 240_000, 24);
        begin(Dossier.submitted(stage().api(), OFFICE, applicant(), household(), wish, LocalDate.parse("2010-03-02")));
        Answer assessment = dossier().assessment(1);
        Expect.equal("verdict", "eligible", assessment.text("verdict"));
        dossier().awaitStage("eligible");
        return assessment.text("verdict") + ": " + income(assessment);
    }

    /** An instalment that is not paid on its day, in words; the referent has a task. */
    final String miss(int number, long outstandingCents) {
        Answer missed = loan().miss(number, loan().line(number).dueOn());
        Expect.equal("outstanding", outstandingCents, missed.number("outstandingCents"));
        awaitTask(OFFICE);
        return "missed, a task of the referent; outstanding " + euros(missed.number("outstandingCents"));
    }

    /** What the bank reports of the loan besides its instalments. */
    final Answer report(String act, Map<String, Object> body) {
        return Expect.ok(act, stage().api().post(dossier().loan(act), body));
    }

    static Target act(Target resource, String act) {
        return new Target(resource.who(), resource.service(), resource.path() + act);
    }
}
