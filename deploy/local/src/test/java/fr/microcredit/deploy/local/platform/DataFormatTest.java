package fr.microcredit.deploy.local.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFormatTest {
    @TempDir
    Path data;

    @Test
    void aNewFolderAndOneOfThisFormAreTaken() throws Exception {
        DataFormat.require(data);
        Secrets.in(data).of("any");
        assertDoesNotThrow(() -> DataFormat.require(data));
    }

    @Test
    void dataOfAnotherVersionIsNamedWithTheWayOut() throws Exception {
        Secrets.in(data).of("any");
        StartException none = assertThrows(StartException.class, () -> DataFormat.require(data));
        assertTrue(none.getMessage().contains("--fresh"), none.getMessage());
        Files.writeString(data.resolve("format"), "1");
        assertThrows(StartException.class, () -> DataFormat.require(data));
    }
}
