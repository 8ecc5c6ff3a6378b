package fr.microcredit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of ours with its own log file and a pid file by which a later start finds it again. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final Path pidFile;
    private final Process process;

    private ChildProcess(String name, Path pidFile, Process process) {
        this.name = name;
        this.pidFile = pidFile;
        this.process = process;
    }

    /**
     * Starts the command in its folder; standard output and error are appended to {@code <name>.log} there.
     *
     * @param environment added to this process's own
     */
    public static ChildProcess start(String name, Path folder, List<String> command, Map<String, String> environment) {
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile(folder, name).toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            Path pidFile = folder.resolve(name + ".pid");
            Files.writeString(pidFile, PidFile.describe(process.toHandle()));
            return new ChildProcess(name, pidFile, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** The log file of a process of that name in that folder. */
    public static Path logFile(Path folder, String name) {
        return folder.resolve(name + ".log");
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end of the process. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** kill -9, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        waitQuietly();
    }

    /** Asks to end, then insists after 20 s. */
    @Override
    public void close() {
        stop(GRACE);
    }

    /** Asks to end, then insists after the given time. */
    public void stop(Duration grace) {
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitQuietly() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
