package fr.microcredit.deploy.local.platform;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @TempDir
    Path folder;

    @Test
    void oneLauncherAtATimeForOneFolder() throws IOException {
        Path data = folder.resolve("platform");
        try (DataLock first = DataLock.on(data); DataLock second = DataLock.on(data)) {
            first.hold();
            StartException refused = assertThrows(StartException.class, second::hold);
            assertTrue(refused.getMessage().contains("Another deploy/up runs on"), refused.getMessage());
        }
        try (DataLock later = DataLock.on(data)) {
            later.hold();
        }
    }
}
