package fr.microcredit.kit.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every event a service publishes, one line each: which record it is and what it is called. It is built at the start and
 * refuses to be built while a kind of event that was declared has a record without a line, so that no event can ever be
 * published as another one.
 */
public final class EventTable {
    private final Map<Class<?>, EventType> byRecord = new LinkedHashMap<>();
    private final Set<Class<?>> declared = new LinkedHashSet<>();

    /** Events on one topic, which only this service writes. */
    public Topic topic(String name) {
        return new Topic(name, false);
    }

    /** Events that carry personal data: their rows go as soon as they are relayed. */
    public Topic restrictedTopic(String name) {
        return new Topic(name, true);
    }

    /** Declares that every record of these sealed interfaces has a line. */
    public EventTable completeFor(Class<?>... kinds) {
        declared.addAll(Set.of(kinds));
        return this;
    }

    /** The lines of one topic. */
    public final class Topic {
        private final String name;
        private final boolean restricted;

        private Topic(String name, boolean restricted) {
            this.name = name;
            this.restricted = restricted;
        }

        /** @param event in kebab case, such as {@code instalment-paid} */
        public Topic on(Class<? extends Record> record, String event) {
            return on(record, event, 1);
        }

        /** @param version of the schema, from 1 */
        public Topic on(Class<? extends Record> record, String event, int version) {
            EventType type = new EventType(name, event, version, restricted);
            if (byRecord.values().stream().anyMatch(type::excludes) || byRecord.putIfAbsent(record, type) != null) {
                throw new IllegalStateException("Two lines for " + record.getName() + " or " + type.type());
            }
            return this;
        }

        public Topic topic(String next) {
            return EventTable.this.topic(next);
        }

        public Topic restrictedTopic(String next) {
            return EventTable.this.restrictedTopic(next);
        }
    }

    /** @throws IllegalStateException when a record of a declared kind has no line */
    void requireComplete() {
        String missing = declared.stream().flatMap(kind -> records(kind).stream())
                .filter(record -> !byRecord.containsKey(record)).map(Class::getName).sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("No line in the event table for " + missing);
        }
    }

    private static Set<Class<?>> records(Class<?> kind) {
        if (!kind.isSealed()) {
            return Set.of(kind);
        }
        Set<Class<?>> records = new LinkedHashSet<>();
        for (Class<?> permitted : kind.getPermittedSubclasses()) {
            records.addAll(records(permitted));
        }
        return records;
    }

    /** @throws IllegalStateException for a record that is no event of this service */
    public EventType typeOf(Class<?> record) {
        EventType type = byRecord.get(record);
        if (type == null) {
            throw new IllegalStateException("No line in the event table for " + record.getName());
        }
        return type;
    }

    public Collection<EventType> types() {
        return byRecord.values();
    }

    /** The record behind each type. */
    public Map<Class<?>, EventType> lines() {
        return Map.copyOf(byRecord);
    }

    /** Full names of the topics this service writes. */
    public Set<String> topics() {
        return types().stream().map(EventType::topicName).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
