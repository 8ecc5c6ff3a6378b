package fr.microcredit.deploy.local.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import fr.microcredit.backing.Ports;

/** Which component listens where; all on the loopback interface. */
public record PortPlan(int base) {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int FIRST_SERVICE = 1;
    private static final int KEYCLOAK = 10;
    private static final int KEYCLOAK_MANAGEMENT = 11;
    private static final int KAFKA = 20;
    private static final int KAFKA_CONTROLLER = 21;
    private static final int POSTGRES = 30;

    /** A plan whose ports are free now, for tests. */
    public static PortPlan anywhere() {
        PortPlan plan = new PortPlan(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST));
        return plan.all().values().stream().anyMatch(Ports::isTaken) ? anywhere() : plan;
    }

    public int sandbox() {
        return base;
    }

    public int of(Service service) {
        return base + FIRST_SERVICE + service.ordinal();
    }

    public int keycloak() {
        return base + KEYCLOAK;
    }

    int keycloakManagement() {
        return base + KEYCLOAK_MANAGEMENT;
    }

    public int kafka() {
        return base + KAFKA;
    }

    int kafkaController() {
        return base + KAFKA_CONTROLLER;
    }

    public int postgres() {
        return base + POSTGRES;
    }

    Map<String, Integer> all() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("sandbox", sandbox());
        for (Service service : Service.values()) {
            ports.put(service.module(), of(service));
        }
        ports.put("Keycloak", keycloak());
        ports.put("Keycloak management", keycloakManagement());
        ports.put("Kafka", kafka());
        ports.put("Kafka controller", kafkaController());
        ports.put("PostgreSQL", postgres());
        return ports;
    }

    /** @throws StartException naming every port that somebody else listens on */
    void requireFree() {
        StringBuilder taken = new StringBuilder();
        all().forEach((name, port) -> {
            if (Ports.isTaken(port)) {
                taken.append("\n  port ").append(port).append(" (").append(name).append(") is taken");
            }
        });
        if (!taken.isEmpty()) {
            throw new StartException("Some ports are in use by other programs:" + taken
                    + "\nStop those programs, or choose others with --port-base N.");
        }
    }
}
