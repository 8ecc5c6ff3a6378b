package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** A loan under the regional convention that goes badly and is repaid: put off, helped, and partly repaid before its time. */
final class StoryJ extends RegionalStory {
    private static final int MISSED = 7;
    private static final int LUMP_SUM_AFTER = 13;
    private static final int LAST = 20;
    private static final LocalDate DEFERRED = LocalDate.parse("2010-10-28");

    StoryJ(Stage stage) {
        super(stage, "(j)");
    }

    @Override
    Map<String, Object> applicant() {
        return Persons.named("Chauvin", "Nadège", "1981-01-23", "86000", "Poitiers");
    }

    @Override
    Household household() {
        return new Household("86194", 2, List.of("2003-05-06"), 118_000, 66_000);
    }

    @Override
    String project() {
        return "réparation de la voiture";
    }

    @Override
    void repay() {
        payQuietly(1, MISSED - 1);
        on(loan().line(MISSED).dueOn(), "7th instalment", () -> miss(MISSED, 181_961));
        on("2010-10-22", "office", this::ask);
        on(DEFERRED, "deferral", this::putOff);
    }

    private String ask() {
        Target difficulty = new Target(Actors.agent(OFFICE), Service.INTAKE,
                "/dossiers/" + dossier().id() + "/difficulty");
        Expect.ok("the call", stage().api().postOn(difficulty, act(difficulty, "/steps"),
                Map.of("kind", "call", "outcome", "reached", "effectiveOn", "2010-10-22")));
        dossier().intake("/deferral-request", Map.of("months", 2, "effectiveOn", "2010-10-22"));
        dossier().awaitThat(dossier().loan(""), "the bank is asked", loan -> Expect.equal("months", 2,
                loan.body().path("heard").path("deferral").path("months").asInt()));
        return "the borrower is reached; two months are asked of the bank";
    }

    private String grant() {
        Target settings = new Target(Actors.manager(OFFICE), Service.COMMISSION, "/support-settings");
        Expect.ok("settings", stage().api().putOn(settings, Map.of("budgetLine", "Aide au remboursement",
                "yearlyBudgetCents", 300_000, "perDossierCents", 40_000, "effectiveOn", "2010-12-06")));
        dossier().intake("/support-request",
                Map.of("instalments", List.of(MISSED), "report", "Reprise d'un emploi en janvier.", "effectiveOn",
                        "2010-12-06"));
        Target requests = new Target(Actors.president(OFFICE), Service.COMMISSION,
                "/support-requests?status=waiting");
        Answer waiting = dossier().awaitThat(requests, "the support commission is asked", answer -> Expect.equal(
                "request", dossier().id(), answer.body().path(0).path("dossierId").asText()));
        String id = waiting.body().path(0).path("requestId").asText();
        Expect.ok("grant", stage().api().post(
                new Target(Actors.president(OFFICE), Service.COMMISSION, "/support-requests/" + id + "/decision"),
                Map.of("decision", "granted", "reasons", List.of(), "decidedOn", "2010-12-06")));
        dossier().awaitThat(dossier().loan(""), "the bank has the promise", loan -> Expect.equal("promised", 10_465,
                loan.body().path("heard").path("promises").path(0).path("amountCents").asLong()));
        return "one instalment of " + euros(10_465) + " promised to the bank";
    }

    private String putOff() {
        Answer deferred = report("/deferral", Map.of("months", 2, "grantedOn", DEFERRED.toString()));
        Expect.equal("7th instalment", "2010-12-20", due(deferred, MISSED));
        Expect.equal("last payment", 11_793, payment(deferred, 24));
        on("2010-12-06", "support commission", this::grant);
        on("2010-12-20", "support commission", this::help);
        for (int number = MISSED + 1; number <= LUMP_SUM_AFTER; number++) {
            payLater(number, LocalDate.parse("2010-12-20").plusMonths(number - MISSED));
        }
        on("2011-06-20", "lump sum", this::repayPart);
        return "two months later, their interest of 13.34 with the last instalment";
    }

    private String help() {
        Answer paid = Expect.ok("support", stage().api().post(dossier().loan("/instalments/7/payment"),
                Map.of("amountCents", 10_465, "payer", "support-commission", "paidOn", "2010-12-20")));
        Expect.equal("outstanding", 172_163, paid.number("outstandingCents"));
        return "pays the 7th instalment of 104.65 in the borrower's place";
    }

    private String repayPart() {
        Answer after = report("/prepayment",
                Map.of("amountCents", 50_000, "mode", "shorter-term", "paidOn", "2011-06-20"));
        Expect.equal("outstanding", 62_617, after.number("outstandingCents"));
        Expect.equal("instalments", LAST, after.body().path("schedule").size());
        Expect.equal("last payment", 1_976, payment(after, LAST));
        for (int number = LUMP_SUM_AFTER + 1; number < LAST; number++) {
            payLater(number, LocalDate.parse("2011-06-20").plusMonths(number - LUMP_SUM_AFTER));
        }
        on("2012-01-20", "last instalment", this::end);
        return "500.00 before its time: outstanding " + euros(after.number("outstandingCents")) + ", " + LAST
                + " instalments and not 24";
    }

    private String end() {
        payNow(LAST, LocalDate.parse("2012-01-20"));
        Answer rebate = dossier().awaitThat(dossier().rebateAddress(), "no rebate", found -> {
            Expect.equal("rebate", "not-due", found.text("status"));
            Expect.equal("interest of the borrower", 10_144, found.number("baseCents"));
        });
        return "repaid; interest of " + euros(rebate.number("baseCents"))
                + " without that of the 7th instalment, and no rebate; " + awaitRelease();
    }

    private void payLater(int number, LocalDate on) {
        stage().calendar().story(on, () -> payNow(number, on));
    }

    private void payNow(int number, LocalDate on) {
        Answer loan = dossier().get(dossier().loan(""));
        dossier().pay(number, payment(loan, number), on);
    }

    private static String due(Answer loan, int number) {
        return loan.body().path("schedule").path(number - 1).path("dueOn").asText();
    }

    private static long payment(Answer loan, int number) {
        return loan.body().path("schedule").path(number - 1).path("paymentCents").asLong();
    }
}
