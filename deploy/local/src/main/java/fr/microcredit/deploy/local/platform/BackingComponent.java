package fr.microcredit.deploy.local.platform;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import fr.microcredit.backing.ChildProcess;

/** PostgreSQL, Kafka or Keycloak, seen as a component. */
final class BackingComponent implements Component {
    private final String name;
    private final Path logFile;
    private final Parts parts;

    /** How the process behind it is handled. */
    record Parts(Starter start, BooleanSupplier ready, Supplier<ChildProcess> process, Runnable close) {
    }

    /** Starting can fail in many ways. */
    interface Starter {
        void start() throws Exception;
    }

    BackingComponent(String name, Path logFile, Parts parts) {
        this.name = name;
        this.logFile = logFile;
        this.parts = parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() throws Exception {
        parts.start().start();
    }

    @Override
    public boolean isReady() {
        return parts.ready().getAsBoolean();
    }

    @Override
    public ChildProcess process() {
        return parts.process().get();
    }

    @Override
    public Path logFile() {
        return logFile;
    }

    @Override
    public void close() {
        parts.close().run();
    }
}
