package fr.microcredit.kit.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;

import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.WireJson;

/** Which handlers an event type goes to, in the order of their registration. */
public final class Subscriptions {
    private final Map<String, List<Subscription<?>>> byType = new HashMap<>();

    /**
     * @param version the schema version the handler understands; another one is poison
     * @param wire    the consumer's own tolerant record of the data
     */
    public <T> Subscriptions on(String type, int version, Class<T> wire,
            BiFunction<ReceivedEvent, T, Uni<Reception>> handler) {
        byType.computeIfAbsent(type, any -> new ArrayList<>()).add(new Subscription<>(version, wire, handler));
        return this;
    }

    /** The records that each type somebody listens to is read into. */
    public Map<String, List<Class<?>>> wireTypes() {
        Map<String, List<Class<?>>> types = new HashMap<>();
        byType.forEach((type, subscriptions) -> {
            List<Class<?>> records = new ArrayList<>();
            subscriptions.forEach(subscription -> records.add(subscription.wire()));
            types.put(type, records);
        });
        return types;
    }

    /** Early as soon as one handler says so: then nothing was written and all of them are asked again later. */
    Uni<Reception> dispatch(ReceivedEvent event) {
        Uni<Reception> result = Uni.createFrom().item(Reception.APPLIED);
        for (Subscription<?> subscription : byType.getOrDefault(event.type(), List.of())) {
            result = result.chain(before -> before == Reception.EARLY
                    ? Uni.createFrom().item(before)
                    : subscription.handle(event));
        }
        return result;
    }

    private record Subscription<T>(int version, Class<T> wire, BiFunction<ReceivedEvent, T, Uni<Reception>> handler) {
        Uni<Reception> handle(ReceivedEvent event) {
            if (event.version() != version) {
                return Uni.createFrom().failure(new PoisonException("unknown-version"));
            }
            try {
                T data = event.data() == null ? null : WireJson.MAPPER.treeToValue(event.data(), wire);
                return handler.apply(event, data);
            } catch (JsonProcessingException | IllegalArgumentException e) {
                return Uni.createFrom().failure(new PoisonException("breaks-its-schema"));
            }
        }
    }
}
