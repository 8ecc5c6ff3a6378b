package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import fr.microcredit.backing.Await;
import fr.microcredit.backing.PidFile;

/** What an earlier run has left: processes when it was killed itself, files always. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Leftovers() {
    }

    /**
     * Stops processes of an earlier run on this data that were not stopped with it: all are asked at once, since PostgreSQL
     * waits for those that are connected to it; who does not end in time is killed, which all of them survive.
     */
    public static void stop(Path data, Console console) throws IOException {
        stop(data, console, GRACE);
    }

    static void stop(Path data, Console console, Duration grace) throws IOException {
        List<ProcessHandle> left = new ArrayList<>();
        for (Path pidFile : pidFiles(data)) {
            PidFile.living(pidFile).ifPresent(process -> {
                console.step("Stopping " + pidFile.getFileName().toString().replace(".pid", "")
                        + ", which an earlier run left behind");
                process.destroy();
                left.add(process);
            });
        }
        if (!endsWithin(grace, left)) {
            left.forEach(ProcessHandle::destroyForcibly);
            Await.until(GRACE, () -> "what an earlier run left behind has ended", () -> noneAlive(left));
        }
    }

    private static List<Path> pidFiles(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data, 2)) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        }
    }

    private static boolean endsWithin(Duration limit, List<ProcessHandle> processes) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!noneAlive(processes) && System.nanoTime() < deadline) {
            Await.pause();
        }
        return noneAlive(processes);
    }

    private static boolean noneAlive(List<ProcessHandle> processes) {
        return processes.stream().noneMatch(ProcessHandle::isAlive);
    }

    public static void deleteAll(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        if (!Files.exists(data.resolve(Secrets.FILE)) && !isEmpty(data)) {
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
