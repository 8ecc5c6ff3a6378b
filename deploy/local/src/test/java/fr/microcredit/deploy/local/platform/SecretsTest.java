package fr.microcredit.deploy.local.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        String first = Secrets.in(folder).of("kafka.bank");
        assertEquals(first, Secrets.in(folder).of("kafka.bank"));
        assertNotEquals(first, Secrets.in(folder).of("kafka.intake"));
        assertEquals("rw-------", PosixFilePermissions
                .toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))));
    }
}
