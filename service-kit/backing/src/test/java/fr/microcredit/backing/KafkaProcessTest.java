package fr.microcredit.backing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessTest {
    @TempDir
    Path folder;

    @Test
    void theBrokerComesBackOnItsDataAfterAKill() throws Exception {
        try (KafkaProcess kafka = KafkaProcess.forTests(Distributions.ofThisBuild(), folder)) {
            kafka.start();
            kafka.awaitReady();

            kafka.process().kill();
            kafka.start();
            kafka.awaitReady();

            assertTrue(kafka.process().isAlive());
        }
    }

    @Test
    void aStartIsTriedAgainWhileItsPortIsHeld() throws Exception {
        try (KafkaProcess kafka = KafkaProcess.forTests(Distributions.ofThisBuild(), folder)) {
            try (ServerSocket holder = new ServerSocket(kafka.port(), 1, InetAddress.getLoopbackAddress())) {
                kafka.start();
                kafka.process().waitFor();
                assertTrue(holder.isBound());
            }
            kafka.awaitReady();

            assertTrue(kafka.process().isAlive());
        }
    }
}
