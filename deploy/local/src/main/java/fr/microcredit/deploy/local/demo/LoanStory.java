package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** A story whose dossier reaches the bank. */
abstract class LoanStory extends Story {
    private Dossier dossier;
    private Loan loan;

    LoanStory(Stage stage, String name) {
        super(stage, name);
    }

    final void begin(Dossier opened) {
        this.dossier = opened;
    }

    final Dossier dossier() {
        return dossier;
    }

    final Loan loan() {
        return loan;
    }

    /** The bank's view while it decides, then what it waits for. */
    final void bankDecides(String act, String decision, LocalDate on, String nextStep) {
        dossier.awaitFile(act.equals("/decision") ? "decide" : "decide-finally");
        dossier.bankDecides(act, decision, on);
        dossier.awaitFile(nextStep);
    }

    final void contract(String signedOn, String firstDueOn) {
        dossier.bankActs("/contract", Map.of("signedOn", signedOn, "firstDueOn", firstDueOn));
    }

    /** The bank pays out; every instalment is then paid on its day unless {@code meanwhile} says otherwise. */
    final void disburse(String on) {
        dossier.bankActs("/disbursement", Map.of("disbursedOn", on));
        loan = Loan.of(dossier);
        stage().lent().add(LocalDate.parse(on), loan.principalCents());
    }

    /** Pays the instalments of these numbers on their days, untold. */
    final void payQuietly(int from, int to) {
        for (int number = from; number <= to; number++) {
            int paid = number;
            stage().calendar().story(loan.line(number).dueOn(), () -> loan.pay(paid));
        }
    }

    /** A guarantor's share as soon as it is this much, in words. */
    final String awaitShare(String guarantor, long cents) {
        Answer guarantee = awaitGuarantee(guarantor + " " + cents,
                answer -> Expect.equal("share of " + guarantor, cents, share(answer, guarantor)));
        return guarantor + " " + euros(share(guarantee, guarantor));
    }

    private static long share(Answer guarantee, String guarantor) {
        return share(guarantee, guarantor, "amountCents");
    }

    /** A figure of a guarantor's share, cents; -1 where it has none. */
    static long share(Answer of, String guarantor, String figure) {
        for (var share : of.body().path("shares")) {
            if (share.path("guarantor").asText().equals(guarantor)) {
                return share.path(figure).asLong();
            }
        }
        return -1;
    }

    /** The referent's list has the missed instalment within a minute. */
    final void awaitTask(String office) {
        Target tasks = new Target(Actors.agent(office), Service.INTAKE, "/tasks?agent=me");
        dossier.awaitThat(tasks, "a task for the missed instalment",
                answer -> Expect.equal("task", true, answer.body().toString().contains(dossier.id())));
    }

    final Answer awaitGuarantee(String description, Consumer<Answer> check) {
        return dossier.awaitThat(dossier.guaranteeAddress(), "guarantee " + description, check);
    }

    /** The guarantee's end, in words. */
    final String awaitRelease() {
        Answer guarantee = awaitGuarantee("released", answer -> {
            Expect.equal("guarantee", "released", answer.text("status"));
            Expect.equal("outstanding", 0, answer.number("outstandingCents"));
        });
        return "guarantee " + guarantee.text("status") + ", " + euros(guarantee.number("outstandingCents"))
                + " guaranteed";
    }

    /** The subsidy as soon as this field of it is this much, in words. */
    final String awaitSubsidy(String field, long cents) {
        Answer subsidy = dossier.awaitThat(dossier.subsidyAddress(), "subsidy",
                answer -> Expect.equal("subsidy " + field, cents, answer.number(field)));
        return euros(subsidy.number(field));
    }
}
