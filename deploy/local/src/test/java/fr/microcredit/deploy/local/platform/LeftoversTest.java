package fr.microcredit.deploy.local.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.microcredit.backing.Await;
import fr.microcredit.backing.ChildProcess;

class LeftoversTest {
    @TempDir
    Path folder;

    @Test
    void whatAnEarlierRunLeftRunningIsStopped() throws Exception {
        ChildProcess left = ChildProcess.start("sleeper", folder.resolve("sleeper"), List.of("sleep", "600"), Map.of());
        Leftovers.stop(folder, new Console(System.out));
        awaitEnd(left);
    }

    @Test
    void whoDoesNotListenIsKilled() throws Exception {
        ChildProcess deaf = ChildProcess.start("deaf", folder.resolve("deaf"),
                List.of("sh", "-c", "trap '' TERM; while true; do sleep 1; done"), Map.of());
        Leftovers.stop(folder, new Console(System.out), Duration.ofMillis(500));
        awaitEnd(deaf);
    }

    @Test
    void onlyAFolderOfThePlatformIsDeleted() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own/kafka"));
        Files.writeString(folder.resolve("own/secrets.properties"), "");
        Leftovers.deleteAll(own.getParent());
        assertFalse(Files.exists(own));

        Path foreign = Files.createDirectories(folder.resolve("home"));
        Files.writeString(foreign.resolve("letter.txt"), "dear all");
        assertThrows(StartException.class, () -> Leftovers.deleteAll(foreign));
        assertTrue(Files.exists(foreign.resolve("letter.txt")));
    }

    /** The parent's own view of its child follows a moment after the child's end. */
    private static void awaitEnd(ChildProcess process) {
        Await.until(Duration.ofSeconds(5), () -> process.name() + " has ended", () -> !process.isAlive());
    }
}
