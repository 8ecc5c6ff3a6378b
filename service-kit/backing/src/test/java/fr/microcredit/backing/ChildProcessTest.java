package fr.microcredit.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path folder;

    @Test
    void aLaterStartFindsWhatAKilledLauncherLeftRunning() throws Exception {
        ChildProcess sleeper = ChildProcess.start("sleeper", folder, List.of("sleep", "600"), Map.of());
        Path pidFile = folder.resolve("sleeper.pid");

        assertEquals(sleeper.pid(), PidFile.living(pidFile).orElseThrow().pid());

        sleeper.kill();
        assertTrue(PidFile.living(pidFile).isEmpty());
    }

    @Test
    void aNumberGivenOutAgainIsNotMistakenForOurProcess() throws Exception {
        Path pidFile = Files.writeString(folder.resolve("other.pid"),
                ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z");

        assertTrue(PidFile.living(pidFile).isEmpty());
    }

    @Test
    void outputGoesToTheLogFileAndNothingRunsAfterClose() throws Exception {
        ChildProcess echo = ChildProcess.start("echo", folder, List.of("sh", "-c", "echo said; exec sleep 600"),
                Map.of());
        Await.until(java.time.Duration.ofSeconds(5), () -> "the output is in the log",
                () -> Files.readString(ChildProcess.logFile(folder, "echo")).contains("said"));

        echo.close();

        assertFalse(echo.isAlive());
        assertFalse(Files.exists(folder.resolve("echo.pid")));
    }
}
