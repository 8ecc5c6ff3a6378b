package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** What must hold when every loan has been repaid. */
final class Closing {
    private static final int PERSONS_MIN = 11;
    private static final String SECRET = "secret";

    private final Stage stage;
    private final Api api;
    private final Narrator narrator;
    private final LocalDate today;

    Closing(Stage stage, LocalDate today) {
        this.stage = stage;
        this.api = stage.api();
        this.narrator = stage.narrator();
        this.today = today;
    }

    void check() {
        Answer ledger = Expect.ok("ledger",
                api.get(new Target(Actors.FUND_MANAGER, Service.GUARANTEE, "/ledger/check")));
        Expect.equal("ledger is sound", true, ledger.body().path("sound").asBoolean());
        nothingBound(new Target(Actors.FUND_MANAGER, Service.GUARANTEE, "/guarantors"));
        nothingBound(new Target(Actors.manager(CrowdDossier.DIJON), Service.GUARANTEE, "/envelopes"));
        narrator.tell(today, "-", "ledger", "sound; nothing reserved, nothing effective any more");
        nothingStranded();
        narrator.tell(today, "-", "events", "no dead letter, nothing parked");
        observatory();
    }

    private void nothingBound(Target balances) {
        for (JsonNode balance : Expect.ok("balances", api.get(balances)).body()) {
            String account = balance.path("account").asText();
            if (account.endsWith(":reserved") || account.endsWith(":effective") || account.endsWith(":committed")) {
                Expect.equal(account, 0, balance.path("cents").asLong());
            }
        }
    }

    private void nothingStranded() {
        for (Service service : Service.values()) {
            Answer left = api.get(new Target(Actors.OPERATOR, service, "/sandbox/quietness"));
            Expect.equal("dead letters of " + service.module(), 0, left.number("dead"));
            Expect.equal("parked events of " + service.module(), 0, left.number("parked"));
        }
    }

    /** Every applicant is a person of its own, so that loans are persons here. */
    private void observatory() {
        Answer indicators = Expect.ok("observatory",
                api.get(new Target(Actors.OPERATOR, Service.OBSERVATORY, "/indicators")));
        stage.lent().years().forEach((year, lent) -> {
            JsonNode cell = year(indicators.body().path("loans"), year);
            boolean shown = lent.loans() >= PERSONS_MIN;
            Expect.equal("loans of " + year, shown ? lent.loans() : SECRET, cell.path("loans").asText());
            Expect.equal("lent in " + year, shown ? lent.cents() : SECRET, cell.path("totalCents").asText());
            narrator.tell(today, "-", "observatory, " + year, shown
                    ? lent.loans() + " loans, " + Narrator.euros(lent.cents())
                    : "fewer than " + PERSONS_MIN + " persons: secret");
        });
    }

    private static JsonNode year(JsonNode cells, int year) {
        for (JsonNode cell : cells) {
            if (cell.path("period").asText().equals(String.valueOf(year))) {
                return cell;
            }
        }
        throw new DemonstrationFailure("The observatory does not know the year " + year);
    }
}
