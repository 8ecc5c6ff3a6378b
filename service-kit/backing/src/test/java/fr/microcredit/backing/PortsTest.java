package fr.microcredit.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.backing.Ports.OfConnections;

class PortsTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "connections get {0} to {1}")
    @CsvSource({"32768, 60999", "10001, 65535", "1024, 65534", "9000, 65000", "49152, 65535", "65535, 65535"})
    void aDrawnPortIsNeverOneOfTheConnections(int first, int last) {
        OfConnections range = new OfConnections(first, last);
        Random random = new Random(1);
        for (int draw = 0; draw < 10_000; draw++) {
            int port = range.drawOutside(random);
            assertTrue(port >= 10_000 && port <= 65_535 && (port < first || port > last), "drawn: " + port);
        }
    }

    @Test
    void bothSidesOfTheConnectionsAreUsed() {
        Set<Integer> drawn = new HashSet<>();
        Random random = new Random(1);
        for (int draw = 0; draw < 200; draw++) {
            drawn.add(new OfConnections(10_002, 65_533).drawOutside(random));
        }
        assertEquals(Set.of(10_000, 10_001, 65_534, 65_535), drawn);
    }

    @Test
    void whereEveryPortMayBeAConnectionsNoneIsDrawn() {
        OfConnections all = new OfConnections(1_024, 65_535);
        assertThrows(IllegalStateException.class, () -> all.drawOutside(new Random(1)));
    }

    @Test
    void theRangeIsTheSystemsWhereItSaysOne() throws IOException {
        Path file = Files.writeString(folder.resolve("range"), "32768\t60999\n");
        assertEquals(new OfConnections(32_768, 60_999), OfConnections.read(file));
        assertEquals(new OfConnections(49_152, 65_535), OfConnections.read(folder.resolve("none")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachinesRangeIsRead() {
        OfConnections range = OfConnections.read(Path.of("/proc/sys/net/ipv4/ip_local_port_range"));
        assertTrue(range.first() >= 1 && range.first() < range.last() && range.last() <= 65_535, range.toString());
    }

    @Test
    void noPortIsGivenOutTwice() {
        Set<Integer> given = new HashSet<>();
        for (int draw = 0; draw < 300; draw++) {
            assertTrue(given.add(Ports.free()));
        }
    }
}
