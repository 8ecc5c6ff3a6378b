package fr.microcredit.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL server as a process, on the loopback interface only. Every login is by SCRAM, the superuser's too:
 * the access file is ours, not the distribution's.
 */
public final class PostgresProcess implements Startup.Server, AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String SUPERUSER = "postgres";

    private final Path installation;
    private final Settings settings;
    private ChildProcess process;

    /**
     * @param folder       holds {@code data}, the log and the pid file
     * @param password     of the superuser {@code postgres}
     * @param accessFile   {@code pg_hba.conf} to use
     * @param options      server settings as {@code name=value}
     */
    public record Settings(Path folder, int port, String password, Path accessFile, List<String> options) {
    }

    public PostgresProcess(Distributions distributions, Settings settings) throws IOException {
        this.installation = distributions.postgres();
        this.settings = settings;
    }

    /** Makes the cluster on the first start; returns while the server still comes up. */
    @Override
    public void start() throws IOException {
        Path data = settings.folder().resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(data);
        }
        Files.copy(settings.accessFile(), data.resolve("pg_hba.conf"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        process = ChildProcess.start("postgres", settings.folder(), serverCommand(data), Map.of("LC_ALL", "C"));
    }

    private List<String> serverCommand(Path data) {
        List<String> command = asOrdinaryUser(List.of(installation.resolve("bin/postgres").toString(), "-D",
                data.toString(), "-p", String.valueOf(settings.port()), "-h", "127.0.0.1", "-c",
                "unix_socket_directories="));
        for (String option : settings.options()) {
            command.add("-c");
            command.add(option);
        }
        return command;
    }

    private void initialise(Path data) throws IOException {
        Files.createDirectories(settings.folder());
        Path passwordFile = Files.createTempFile(settings.folder(), "pw", "");
        try {
            Files.writeString(passwordFile, settings.password());
            List<String> command = asOrdinaryUser(List.of(installation.resolve("bin/initdb").toString(), "-D",
                    data.toString(), "-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile", passwordFile.toString(), "-E",
                    "UTF8", "--locale=C", "--no-instructions"));
            try (ChildProcess initdb = ChildProcess.start("initdb", settings.folder(), command,
                    Map.of("LC_ALL", "C"))) {
                if (initdb.waitFor() != 0) {
                    throw new IOException("initdb failed, see " + ChildProcess.logFile(settings.folder(), "initdb"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted during initdb", e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** PostgreSQL refuses to run as root: root enters a user namespace of its own in which it is nobody. */
    private static List<String> asOrdinaryUser(List<String> command) {
        List<String> full = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            full.addAll(List.of("unshare", "-U"));
        }
        full.addAll(command);
        return full;
    }

    /** Waits until the server answers a query; one that has ended at its start is started again. */
    public void awaitReady() {
        new Startup(START_LIMIT).await(() -> "PostgreSQL answers on port " + settings.port() + "; log: "
                + ChildProcess.logFile(settings.folder(), "postgres"), this);
    }

    /** Whether the server answers a query now. */
    @Override
    public boolean isReady() {
        if (process == null || !process.isAlive()) {
            return false;
        }
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** A superuser's connection to a database of this server. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database, SUPERUSER,
                settings.password());
    }

    public int port() {
        return settings.port();
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    /** SIGTERM lets PostgreSQL wait for its clients; they are ours and have ended, so it ends at once. */
    @Override
    public void close() {
        if (process != null) {
            process.stop(STOP_LIMIT);
        }
    }
}
