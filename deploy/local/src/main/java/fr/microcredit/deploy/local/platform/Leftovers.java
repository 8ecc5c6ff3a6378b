package fr.microcredit.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.backing.Await;
import fr.microcredit.backing.PidFile;

/** What an earlier run has left: processes when it was killed itself, files always. */
final class Leftovers {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Leftovers() {
    }

    /** Stops processes of an earlier run on this data that were not stopped with it. */
    static void stop(Path data, Console console) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data, 2)) {
            for (Path pidFile : files.filter(file -> file.toString().endsWith(".pid")).toList()) {
                Optional<ProcessHandle> process = PidFile.living(pidFile);
                if (process.isPresent()) {
                    console.step("Stopping " + pidFile.getFileName().toString().replace(".pid", "")
                            + ", which an earlier run left behind");
                    process.get().destroy();
                    Await.until(LIMIT, () -> pidFile + " has ended", () -> !process.get().isAlive());
                }
            }
        }
    }

    static void deleteAll(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        if (!Files.exists(data.resolve("secrets.properties")) && !isEmpty(data)) {
            throw new StartException(data + " is not a folder of this platform: it is not deleted");
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> some = files.limit(1).toList();
            return some.isEmpty();
        }
    }
}
