package fr.microcredit.kit.http;

import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a service lets in, so that nobody's hurry stops the others. */
@ConfigMapping(prefix = "microcredit.limits")
interface AdmissionConfig {
    /** Requests under way at once, of everybody; what is above is answered {@code busy} at once. */
    @WithDefault("96")
    int inFlight();

    /** Requests under way at once of one client of one tenant. */
    @WithDefault("64")
    int inFlightPerClient();

    /** Requests of one client of one tenant, lasting. */
    @WithDefault("50")
    int requestsPerSecond();

    /** How many may come at once before that rate holds. */
    @WithDefault("100")
    int burst();

    /** Other rates for single clients, by their identifier in the realm. */
    Map<String, Integer> clients();
}
