package fr.microcredit.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process remembered by number and start time, so that a number given out again is not mistaken for it. */
public final class PidFile {
    private PidFile() {
    }

    static String describe(ProcessHandle process) {
        return process.pid() + " " + startOf(process);
    }

    /** The process the file speaks of, if it still runs. */
    public static Optional<ProcessHandle> living(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] parts = Files.readString(file).trim().split(" ");
        return parts.length < 2
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(parts[0])).filter(ProcessHandle::isAlive)
                        .filter(process -> startOf(process).equals(parts[1]));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
