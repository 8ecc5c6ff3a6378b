package fr.microcredit.deploy.local.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;

import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void aTakenPortIsNamedWithWhoNeedsIt() throws IOException {
        PortPlan plan = PortPlan.anywhere();
        plan.requireFree();
        try (ServerSocket taken = new ServerSocket(plan.kafka(), 1, InetAddress.getLoopbackAddress())) {
            StartException refused = assertThrows(StartException.class, plan::requireFree);
            assertTrue(refused.getMessage().contains("port " + taken.getLocalPort() + " (Kafka) is taken"),
                    refused.getMessage());
            assertTrue(refused.getMessage().contains("--port-base"), "and what to do about it");
        }
    }

    @Test
    void nobodySharesAPort() {
        PortPlan plan = new PortPlan(8100);
        assertEquals(plan.all().size(), new HashSet<>(plan.all().values()).size());
    }
}
