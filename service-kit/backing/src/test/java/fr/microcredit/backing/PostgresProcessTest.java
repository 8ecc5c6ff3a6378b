package fr.microcredit.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProcessTest {
    private static final String PASSWORD = "a-test-password";

    @TempDir
    Path folder;

    @Test
    void acknowledgedRowsSurviveAKillAndWrongPasswordsAreRefused() throws Exception {
        try (PostgresProcess postgres = server()) {
            postgres.start();
            postgres.awaitReady();
            assertThrows(SQLException.class, () -> DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres", "postgres", "wrong"));
            execute(postgres, "create table kept (id int)");
            execute(postgres, "insert into kept values (1)");

            postgres.process().kill();
            postgres.start();
            postgres.awaitReady();

            assertEquals(1, count(postgres));
            assertTrue(Files.exists(ChildProcess.logFile(folder, "postgres")));
        }
    }

    @Test
    void aStartIsTriedAgainWhileAChildOfTheKilledServerHoldsItsMemory() throws Exception {
        try (PostgresProcess postgres = server()) {
            postgres.start();
            postgres.awaitReady();
            execute(postgres, "create table kept as select 1 as id");
            ProcessHandle child = ProcessHandle.of(postgres.process().pid()).orElseThrow().children().findFirst()
                    .orElseThrow();
            signal("STOP", child);
            try {
                postgres.process().kill();
                postgres.start();
                assertEquals(1, postgres.process().waitFor(), "the first start after the kill ends at once");
            } finally {
                signal("CONT", child);
            }
            postgres.awaitReady();
            assertEquals(1, count(postgres));
        }
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor());
    }

    @Test
    void aDatabaseThatWasHalfMadeIsCompleted() throws Exception {
        Path scripts = Path.of(System.getProperty("workspace.root"), "deploy/postgres");
        ServiceDatabase database = new ServiceDatabase("halfmade", "owner", "app");
        try (PostgresProcess postgres = server()) {
            postgres.start();
            postgres.awaitReady();
            execute(postgres, "create role halfmade_owner login password 'owner'");
            database.createIn(postgres, scripts);
            database.createIn(postgres, scripts);
            try (Connection app = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/halfmade", database.app(), "app")) {
                assertTrue(app.isValid(5));
            }
        }
    }

    private PostgresProcess server() throws IOException {
        Path access = Files.writeString(folder.resolve("hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        return new PostgresProcess(Distributions.ofThisBuild(),
                new PostgresProcess.Settings(folder, Ports.free(), PASSWORD, access, List.of("fsync=on")));
    }

    private static void execute(PostgresProcess postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("postgres")) {
            connection.createStatement().execute(sql);
        }
    }

    private static int count(PostgresProcess postgres) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
