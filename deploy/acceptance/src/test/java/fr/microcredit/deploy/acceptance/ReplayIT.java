package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** Databases that are empty or set back get from Kafka what they miss, and nothing twice. */
class ReplayIT {
    private static final String FACTS = """
                                        select string_agg(dossier_id || office_id || person_id || facts, ',' order by dossier_id)
                                        from dossier_fact""";
    private static final String FUND = "fonds.region";

    @Test
    void theObservatoryWipedAndReadAgainIsTheSameToTheByte() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        String before = facts(platform);
        assertTrue(before.length() > 1000, "there is something to compare");
        platform.restartAfter("observatory-service", () -> Databases.run(platform, "observatory",
                "truncate dossier_fact, inbox, stream_progress, stream_position, parked_event"));
        platform.awaitSettled();
        assertEquals(before, facts(platform));
    }

    @Test
    void topicsReadAgainFromTheirBeginningMoveNoMoney() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        String before = balances(platform);
        platform.restartAfter("guarantee-service",
                () -> Databases.run(platform, "guarantee", "update stream_position set next_offset = 0"));
        platform.awaitSettled();
        assertEquals(before, balances(platform));
        Answer check = platform.api().get(new Target(FUND, Service.GUARANTEE, "/ledger/check"));
        assertEquals("true", check.text("sound"));
    }

    private static String facts(RunningPlatform platform) {
        return Databases.text(platform, "observatory", FACTS);
    }

    private static String balances(RunningPlatform platform) {
        return platform.api().get(new Target(FUND, Service.GUARANTEE, "/guarantors")).body().toString();
    }
}
