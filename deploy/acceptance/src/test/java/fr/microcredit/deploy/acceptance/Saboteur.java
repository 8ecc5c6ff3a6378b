package fr.microcredit.deploy.acceptance;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import fr.microcredit.deploy.local.platform.Platform;

/** Kills every process of the platform once with kill -9, each in the middle of some business day's work. */
final class Saboteur implements Consumer<LocalDate>, AutoCloseable {
    private static final int DELAY_MAX_MS = 700;

    private final Platform platform;
    private final Random random;
    private final Map<String, LocalDate> victims = new LinkedHashMap<>();
    private final List<String> killed = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /** @param seed of the moments within their days */
    Saboteur(Platform platform, long seed) {
        this.platform = platform;
        this.random = new Random(seed);
        victims.put("guarantee-service", LocalDate.parse("2008-09-25"));
        victims.put("commission-service", LocalDate.parse("2008-11-25"));
        victims.put("Kafka", LocalDate.parse("2009-01-05"));
        victims.put("PostgreSQL", LocalDate.parse("2009-02-12"));
        victims.put("bank-gateway-service", LocalDate.parse("2009-03-18"));
        victims.put("Keycloak", LocalDate.parse("2009-04-21"));
        victims.put("eligibility-service", LocalDate.parse("2009-06-02"));
        victims.put("intake-service", LocalDate.parse("2010-02-01"));
        victims.put("observatory-service", LocalDate.parse("2010-03-09"));
    }

    @Override
    public void accept(LocalDate day) {
        victims.entrySet().stream().filter(victim -> !victim.getValue().isAfter(day)).map(Map.Entry::getKey).findFirst()
                .ifPresent(victim -> {
                    victims.remove(victim);
                    timer.schedule(() -> kill(victim), random.nextInt(DELAY_MAX_MS), TimeUnit.MILLISECONDS);
                });
    }

    private void kill(String victim) {
        platform.component(victim).process().kill();
        killed.add(victim);
    }

    List<String> killed() {
        return Collections.unmodifiableList(killed);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
