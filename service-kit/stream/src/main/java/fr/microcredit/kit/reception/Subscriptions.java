package fr.microcredit.kit.reception;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.event.EventType;
import fr.microcredit.kit.event.PoisonException;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.json.KitJson;

/**
 * What a service listens to: which topics, in what order, and which handlers each type of event goes to. What it consumes,
 * the topics of its channel and the rights it needs on them all follow from this.
 */
public final class Subscriptions {
    private static final int ANY_VERSION = 0;

    private final Map<String, From> topics = new LinkedHashMap<>();
    private final Map<String, List<Subscription>> byType = new HashMap<>();
    private final Map<String, List<Function<ReceivedEvent, Uni<Void>>>> onAll = new HashMap<>();
    private int feature;

    /** What is registered from here on belongs to another feature. */
    void nextFeature() {
        feature++;
    }

    /** @param topic short name, such as {@code bank}; its events come without gaps */
    public From from(String topic) {
        return from(topic, TopicOrder.GAPLESS, false);
    }

    public From from(String topic, TopicOrder order) {
        return from(topic, order, false);
    }

    /** A topic whose values never leave it: they are parked and buried by their position only. */
    public From fromRestricted(String topic, TopicOrder order) {
        return from(topic, order, true);
    }

    private From from(String topic, TopicOrder order, boolean restricted) {
        From known = topics.computeIfAbsent(EventType.topicName(topic), any -> new From(topic, order, restricted));
        if (known.order != order || known.restricted != restricted) {
            throw new IllegalStateException("Two orders for " + topic);
        }
        return known;
    }

    /** What is listened to on one topic. */
    public final class From {
        private final String topic;
        private final TopicOrder order;
        private final boolean restricted;

        private From(String topic, TopicOrder order, boolean restricted) {
            this.topic = topic;
            this.order = order;
            this.restricted = restricted;
        }

        /**
         * @param name   of the event on this topic, such as {@code disbursed}
         * @param data   the consumer's own tolerant record of the event's data
         * @param effect takes what comes, whatever has come before
         */
        public <T> From on(String name, Class<T> data, BiFunction<ReceivedEvent, T, Uni<Void>> effect) {
            return whenReady(name, data, (event, read) -> effect.apply(event, read).replaceWith(Reception.APPLIED));
        }

        /** An event whose envelope says all that is needed. */
        public From on(String name, Function<ReceivedEvent, Uni<Void>> effect) {
            return on(name, Nothing.class, (event, nothing) -> effect.apply(event));
        }

        /** @param effect says so when the event is early; then it has written nothing */
        public <T> From whenReady(String name, Class<T> data, BiFunction<ReceivedEvent, T, Uni<Reception>> effect) {
            return version(1, name, data, effect);
        }

        /** An event whose envelope says all that is needed, and which may be early. */
        public From whenReady(String name, Function<ReceivedEvent, Uni<Reception>> effect) {
            return whenReady(name, Nothing.class, (event, nothing) -> effect.apply(event));
        }

        /**
         * @param version of the schema that the handler understands; a feature that listens to an event and has no handler
         *                for the version it comes in leaves it to an operator
         */
        public <T> From version(int version, String name, Class<T> data,
                BiFunction<ReceivedEvent, T, Uni<Reception>> effect) {
            String type = EventType.typeName(topic, name);
            byType.computeIfAbsent(type, any -> new ArrayList<>()).add(new Subscription(feature, version, data,
                    event -> event.isTombstone() ? applied() : effect.apply(event, read(event, data))));
            return this;
        }

        /** Every event of the topic, whatever it is and whatever types come to be; it comes after those who may wait. */
        public From all(Function<ReceivedEvent, Uni<Void>> effect) {
            onAll.computeIfAbsent(EventType.topicName(topic), any -> new ArrayList<>()).add(effect);
            return this;
        }

        /** Tombstones: the key is erased. They wait for nothing. */
        public From erased(Function<ReceivedEvent, Uni<Void>> effect) {
            byType.computeIfAbsent(erasure(EventType.topicName(topic)), any -> new ArrayList<>()).add(
                    new Subscription(feature, ANY_VERSION, Nothing.class,
                            event -> effect.apply(event).replaceWith(Reception.APPLIED)));
            return this;
        }
    }

    /** Of an event whose data is not looked at. */
    record Nothing() {
    }

    private record Subscription(int feature, int version, Class<?> data,
            Function<ReceivedEvent, Uni<Reception>> handler) {
        boolean understands(ReceivedEvent event) {
            return version == ANY_VERSION || event.version() == version;
        }
    }

    /**
     * What a feature reads an event into.
     *
     * @param feature number of the feature among those of its service
     * @param version of the schema it understands
     */
    public record Consumed(int feature, int version, Class<?> data) {
    }

    private static <T> T read(ReceivedEvent event, Class<T> type) {
        try {
            return KitJson.MAPPER.treeToValue(event.data(), type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException e) {
            throw new PoisonException("breaks-its-schema");
        }
    }

    private static String erasure(String topic) {
        return topic + " erased";
    }

    private static Uni<Reception> applied() {
        return Uni.createFrom().item(Reception.APPLIED);
    }

    /** Early as soon as one handler says so: then nothing was written and all of them are asked again later. */
    public Uni<Reception> dispatch(ReceivedEvent event) {
        String type = event.isTombstone() ? erasure(event.topic()) : event.type();
        List<Subscription> listening = byType.getOrDefault(type, List.of());
        List<Subscription> understanding = listening.stream().filter(each -> each.understands(event)).toList();
        if (!features(understanding).equals(features(listening))) {
            return Uni.createFrom().failure(new PoisonException("unknown-version"));
        }
        Uni<Reception> result = applied();
        for (Subscription subscription : understanding) {
            result = unlessEarly(result, () -> subscription.handler().apply(event));
        }
        if (!event.isTombstone()) {
            for (Function<ReceivedEvent, Uni<Void>> effect : onAll.getOrDefault(event.topic(), List.of())) {
                result = unlessEarly(result, () -> effect.apply(event).replaceWith(Reception.APPLIED));
            }
        }
        return result;
    }

    /** Whether anybody listens to it at all. */
    boolean concern(ReceivedEvent event) {
        return event.isTombstone()
                ? byType.containsKey(erasure(event.topic()))
                : byType.containsKey(event.type()) || onAll.containsKey(event.topic());
    }

    private static Set<Integer> features(List<Subscription> subscriptions) {
        return subscriptions.stream().map(Subscription::feature).collect(Collectors.toSet());
    }

    /** Whether somebody listens to the event in the version it comes in. */
    public boolean understands(ReceivedEvent event) {
        return byType.getOrDefault(event.type(), List.of()).stream().anyMatch(each -> each.understands(event));
    }

    private static Uni<Reception> unlessEarly(Uni<Reception> before, Supplier<Uni<Reception>> next) {
        return before.chain(reception -> reception == Reception.EARLY
                ? Uni.createFrom().item(reception)
                : next.get());
    }

    TopicOrder order(String topic) {
        From known = topics.get(topic);
        return known == null ? TopicOrder.GAPLESS : known.order;
    }

    boolean isRestricted(String topic) {
        From known = topics.get(topic);
        return known != null && known.restricted;
    }

    /** Full names of the topics listened to. */
    public Set<String> topics() {
        return new TreeSet<>(topics.keySet());
    }

    /** The records that each type somebody listens to is read into. */
    public Map<String, List<Consumed>> consumed() {
        Map<String, List<Consumed>> types = new HashMap<>();
        byType.forEach((type, subscriptions) -> subscriptions.stream().filter(each -> each.version() != ANY_VERSION)
                .forEach(each -> types.computeIfAbsent(type, any -> new ArrayList<>())
                        .add(new Consumed(each.feature(), each.version(), each.data()))));
        return types;
    }
}
