package fr.microcredit.kit.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** The events this service may publish, read from its own contract folder. */
@ApplicationScoped
public class EventCatalogue {
    private static final String RESOURCE = "contracts/events.json";

    private final Map<String, EventContract> contracts;

    EventCatalogue() {
        this.contracts = read().stream()
                .collect(Collectors.toUnmodifiableMap(EventContract::type, Function.identity()));
    }

    /** @throws IllegalArgumentException for an event the contract folder does not list */
    public EventContract contractOf(String type) {
        EventContract contract = contracts.get(type);
        if (contract == null) {
            throw new IllegalArgumentException("Not in " + RESOURCE + ": " + type);
        }
        return contract;
    }

    private static List<EventContract> read() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
            return file == null ? List.of() : WireJson.MAPPER.readValue(file, Listing.class).events();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private record Listing(String producer, List<EventContract> events) {
    }
}
