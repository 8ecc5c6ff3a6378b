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
        platform.restartAfter(GUARANTEE, () -> Databases.keep(platform, "guarantee"));
        endow(platform, 39_000);
        endow(platform, 3_900);
        platform.awaitSettled();
        List<String> before = balances(platform);

        platform.restartAfter(GUARANTEE, () -> Databases.setBack(platform, "guarantee"));
        platform.awaitSettled();
        assertEquals(before, balances(platform));
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

    private static List<String> balances(RunningPlatform platform) {
        return List.of(
                platform.api().get(new Target(FUND, Service.GUARANTEE, "/guarantors")).body().toString(),
                Databases.text(platform, "guarantee", "select count(*) from money_grant"));
    }
}
