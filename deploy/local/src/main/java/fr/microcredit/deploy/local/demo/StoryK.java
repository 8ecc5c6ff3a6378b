package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** A car under the regional convention that is not repaid: two guarantors are called, and a part comes back. */
final class StoryK extends RegionalStory {
    private static final int PAID = 8;
    private static final LocalDate ACCELERATED = LocalDate.parse("2011-03-01");
    private static final LocalDate CLAIMED = LocalDate.parse("2011-03-03");
    private static final LocalDate FIFTEENTH = CLAIMED.plusDays(15);
    private static final String FINGERPRINT = "ab".repeat(32);

    StoryK(Stage stage) {
        super(stage, "(k)");
    }

    @Override
    Map<String, Object> applicant() {
        return Persons.named("Garnier", "Luc", "1979-09-02", "86000", "Poitiers");
    }

    @Override
    Household household() {
        return new Household("86194", 1, List.of("2001-04-11"), 112_000, 68_000);
    }

    @Override
    String project() {
        return "voiture d'occasion pour un emploi";
    }

    @Override
    void repay() {
        payQuietly(1, PAID);
        for (int number = PAID + 1; number <= PAID + 3; number++) {
            int missed = number;
            on(loan().line(missed).dueOn(), missed + "th instalment", () -> miss(missed, 162_329));
        }
        on(ACCELERATED, "acceleration", this::accelerate);
        on(CLAIMED, "claim", this::claim);
        on(CLAIMED.plusDays(7), "fund manager", this::decide);
        on(FIFTEENTH, "guarantors", this::pay);
        on("2011-06-15", "recovery", this::recover);
    }

    private String accelerate() {
        Answer loan = report("/acceleration", Map.of("acceleratedOn", ACCELERATED.toString()));
        Expect.equal("principal", 162_329, loan.body().path("debt").path("principalCents").asLong());
        Expect.equal("overdue interest", 1_677, loan.body().path("debt").path("interestCents").asLong());
        dossier().awaitStage("in-default");
        return "three unpaid: " + euros(162_329) + " due at once, and interest of " + euros(1_677);
    }

    private String claim() {
        List<Map<String, Object>> documents = Stream.of("contract", "table", "reminder", "follow-up-log")
                .map(kind -> Map.<String, Object>of("kind", kind, "sha256", FINGERPRINT, "bytes", 1)).toList();
        Answer loan = report("/claim", Map.of("documents", documents, "filedOn", CLAIMED.toString()));
        long base = loan.body().path("claims").path(0).path("baseCents").asLong();
        Expect.equal("base", 162_329, base);
        return "guarantee called on " + euros(base) + "; the interest is not claimed";
    }

    private String decide() {
        Target claim = awaitClaim("is filed", found -> Expect.equal("claim", "filed", found.text("status")));
        Answer accepted = Expect.ok("acceptance", stage().api().postOn(claim, act(claim, "/decision"),
                Map.of("decision", "accepted", "reasons", List.of(), "decidedOn", CLAIMED.plusDays(7).toString())));
        Expect.equal("fcs", 81_165, share(accepted, "fcs", "amountCents"));
        Expect.equal("region", 40_582, share(accepted, "region", "amountCents"));
        Expect.equal("the bank keeps", 40_582, accepted.number("bankKeepsCents"));
        return "accepted: fcs " + euros(share(accepted, "fcs", "amountCents")) + ", region "
                + euros(share(accepted, "region", "amountCents"))
                + ", the bank keeps " + euros(accepted.number("bankKeepsCents"));
    }

    private String pay() {
        Target claim = awaitClaim("is accepted", found -> Expect.equal("claim", "accepted", found.text("status")));
        for (String guarantor : List.of("fcs", "region")) {
            Expect.ok("payment", stage().api().post(act(claim, "/payments"),
                    Map.of("guarantor", guarantor, "paidOn", FIFTEENTH.toString())));
        }
        Answer paid = awaitPaid(claim);
        Expect.equal("late", false, paid.body().path("late").asBoolean());
        dossier().awaitThat(dossier().loan(""), "the bank knows",
                loan -> Expect.equal("payments", 2, loan.body().path("claims").path(0).path("paid").size()));
        return "both have paid on the 15th day";
    }

    private String recover() {
        Answer loan = report("/recovery", Map.of("amountCents", 20_000, "receivedOn", "2011-06-15"));
        Expect.equal("owed", 144_006, loan.number("outstandingCents"));
        Answer shared = dossier().awaitThat(claimOf(loan), "shared", claim -> {
            Expect.equal("to fcs", 6_667, share(claim, "fcs", "returnedCents"));
            Expect.equal("to region", 3_333, share(claim, "region", "returnedCents"));
        });
        dossier().awaitThat(dossier().rebateAddress(), "no rebate",
                rebate -> Expect.equal("rebate", "not-due", rebate.text("status")));
        return "200.00: fcs " + euros(share(shared, "fcs", "returnedCents")) + ", region "
                + euros(share(shared, "region", "returnedCents"))
                + ", the bank the rest; " + euros(loan.number("outstandingCents")) + " still owed, no rebate";
    }

    private Target awaitClaim(String description, Consumer<Answer> check) {
        Target claim = claimOf(dossier().get(dossier().loan("")));
        dossier().awaitThat(claim, "the claim " + description, check);
        return claim;
    }

    private Answer awaitPaid(Target claim) {
        return dossier().awaitThat(claim, "paid", found -> Expect.equal("claim", "paid", found.text("status")));
    }

    private static Target claimOf(Answer loan) {
        return new Target(Actors.FUND_MANAGER, Service.GUARANTEE,
                "/claims/" + loan.body().path("claims").path(0).path("id").asText());
    }
}
