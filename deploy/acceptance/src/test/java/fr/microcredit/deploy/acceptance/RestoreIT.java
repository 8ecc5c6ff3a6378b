package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.client.SandboxClock;
import fr.microcredit.deploy.local.platform.Component;
import fr.microcredit.deploy.local.platform.Service;

/** Databases that were set back to an earlier state for real: what was decided since then is neither lost nor decided again. */
class RestoreIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String FUND = "fonds.region";
    private static final String AGENT = "agent.ccas-dijon";
    private static final String GUARANTEE = "guarantee-service";
    private static final String INTAKE = "intake-service";

    @Test
    void theFundTakesOverWhatItHasDecidedLaterAndGoesOnCounting() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        FreshFile file = FreshFile.atTheBank(platform);
        platform.restartAfter(GUARANTEE, () -> Databases.keep(platform, "guarantee"));
        endow(platform, 39_000);
        endow(platform, 3_900);
        file.accepted();
        platform.awaitSettled();
        List<String> before = balances(platform);
        List<String> promised = promised(platform, file);
        assertEquals("guarantee 75000, subsidy 4087", promised.get(0));

        platform.restartAfter(GUARANTEE, () -> Databases.setBack(platform, "guarantee"));
        platform.awaitSettled();
        assertEquals(before, balances(platform));
        assertEquals(promised, promised(platform, file));
        assertEquals("true", platform.api().get(new Target(FUND, Service.GUARANTEE, "/ledger/check")).text("sound"));

        endow(platform, 1_000);
        assertNotEquals(before, balances(platform));
    }

    @Test
    void aServiceThatCannotTakeOverDoesNotStartUntilItsNewestStateIsBack() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        platform.restartAfter(INTAKE, () -> Databases.keep(platform, "intake"));
        Answer opened = open(platform);
        assertEquals(201, opened.status(), opened.toString());
        platform.awaitSettled();

        Component intake = platform.platform().component(INTAKE);
        Databases.setBack(platform, "intake");
        intake.process().kill();
        Await.until(LIMIT, () -> "intake says why it does not start",
                () -> Files.readString(intake.logFile()).contains("A database that was set back"));
        assertFalse(intake.isReady());

        Databases.restore(platform, "intake");
        Await.until(LIMIT, () -> "intake runs on its newest state", intake::isReady);
        assertTrue(platform.api()
                .get(new Target(AGENT, Service.INTAKE, "/dossiers/" + opened.text("dossierId"))).isOk());
    }

    private static void endow(RunningPlatform platform, long cents) {
        Answer endowed = platform.api().post(
                new Target(FUND, Service.GUARANTEE, "/guarantors/region/endowments"),
                Map.of("amountCents", cents, "multiplier", "1"));
        assertEquals(201, endowed.status(), endowed.toString());
    }

    private static Answer open(RunningPlatform platform) {
        return platform.api().post(new Target(AGENT, Service.INTAKE, "/dossiers"),
                Map.of("applicant", Map.of("familyName", "Exemplerestauration", "givenNames", "Alex", "birthDate",
                        "1970-01-01", "street", "4 rue des Exemples", "postalCode", "21000", "city", "Dijon"),
                        "effectiveOn", new SandboxClock(platform.api(), "exploitant.region").today().toString()));
    }

    /** What was set aside for the loan, what is told of it, what it has moved, and how many events that took. */
    private static List<String> promised(RunningPlatform platform, FreshFile file) {
        Answer guarantee = platform.api()
                .get(new Target(FUND, Service.GUARANTEE, "/guarantees/" + file.id() + "/cm-dijon"));
        Answer subsidy = platform.api()
                .get(new Target(FUND, Service.GUARANTEE, "/subsidies/" + file.id() + "/cm-dijon"));
        return List.of(
                "guarantee " + guarantee.body().path("shares").path(0).path("amountCents").asLong() + ", subsidy "
                        + subsidy.number("amountCents"),
                guarantee.body().toString(), subsidy.body().toString(),
                guarantee(platform,
                        "select string_agg(concat_ws(' ', e.cause, e.effective_on, p.account, p.amount_cents),"
                                + " '; ' order by e.cause, p.account) from ledger_entry e join ledger_posting p"
                                + " on p.entry_id = e.id where e.dossier_id::text = '%s'",
                        file),
                guarantee(platform, "select x.exposure_cents from person_exposure x join guarantee g"
                        + " on g.document #>> '{about,personId}' = x.person_id::text where g.key = '%s'", file),
                guarantee(platform, "select last from outbox_sequence where key = '%s'", file));
    }

    private static String guarantee(RunningPlatform platform, String query, FreshFile file) {
        return Databases.text(platform, "guarantee", query.formatted(file.id()));
    }

    private static List<String> balances(RunningPlatform platform) {
        return List.of(
                platform.api().get(new Target(FUND, Service.GUARANTEE, "/guarantors")).body().toString(),
                Databases.text(platform, "guarantee", "select count(*) from money_grant"));
    }
}
