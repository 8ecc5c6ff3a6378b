package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Test;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** Databases that are empty or set back get from Kafka what they miss, and nothing twice. */
class ReplayIT {
    private static final List<String> FIGURES = List.of("/indicators?by=year&territory=region",
            "/indicators?by=quarter&territory=office");
    private static final String FUND = "fonds.region";

    @Test
    void theObservatoryWipedAndReadAgainIsTheSameToTheByte() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        List<String> before = figures(platform);
        platform.restartAfter("observatory-service", () -> run(platform, "observatory",
                "truncate dossier_fact, inbox, stream_progress, stream_position, parked_event"));
        platform.awaitSettled();
        assertEquals(before, figures(platform));
        assertFalse(before.get(0).contains("\"funnel\":[]"), "there is something to compare");
    }

    @Test
    void topicsReadAgainFromTheirBeginningMoveNoMoney() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        String before = balances(platform);
        platform.restartAfter("guarantee-service",
                () -> run(platform, "guarantee", "update stream_position set next_offset = 0"));
        platform.awaitSettled();
        assertEquals(before, balances(platform));
        Answer check = platform.api().get(new Target(FUND, Service.GUARANTEE, "/ledger/check"));
        assertEquals("true", check.text("sound"));
    }

    private static List<String> figures(RunningPlatform platform) {
        return FIGURES.stream()
                .map(path -> platform.api().get(new Target(FUND, Service.OBSERVATORY, path)).body().toString())
                .toList();
    }

    private static String balances(RunningPlatform platform) {
        return platform.api().get(new Target(FUND, Service.GUARANTEE, "/guarantors")).body().toString();
    }

    private static void run(RunningPlatform platform, String database, String sql) {
        try (Connection connection = platform.platform().postgres().connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
