package fr.microcredit.kit.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Events of one dossier in the order in which they happened, made from the producers' golden examples and numbered per
 * topic as their producers would.
 */
public final class History {
    private final String key;
    private final Map<String, Object> common;
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<TestEvent> events = new ArrayList<>();

    /** @param common attributes and fields that every event of this dossier carries, such as its office */
    public History(String key, Map<String, Object> common) {
        this.key = key;
        this.common = common;
    }

    /**
     * @param type      such as {@code bank.decided}
     * @param example   name of the golden example, such as {@code accepted}
     * @param overrides attributes of the envelope and fields of this event; null takes one out
     */
    public History then(String type, String example, Map<String, Object> overrides) {
        String fullType = "fr.microcredit." + type;
        Contracts contracts = Contracts.publishing(fullType);
        Contracts.Example golden = contracts.examples(fullType, 1).get(example);
        if (golden == null) {
            throw new IllegalArgumentException(type + " has no example " + example);
        }
        ObjectNode data = golden.data().deepCopy();
        Map<String, String> attributes = new TreeMap<>(golden.attributes());
        put(data, attributes, common);
        put(data, attributes, overrides);
        List<String> violations = contracts.violations(fullType, 1, data);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("Not what is published: " + violations);
        }
        String topic = contracts.topicOf(fullType);
        events.add(TestEvent.of(topic, key, fullType, numbers.merge(topic, 1L, Long::sum), attributes, data));
        return this;
    }

    /** One event by itself, with a number of its own. */
    public static TestEvent event(String type, String example, String key, long sequence,
            Map<String, Object> overrides) {
        TestEvent made = new History(key, Map.of()).then(type, example, overrides).events().get(0);
        return TestEvent.of(made.topic(), key, made.type(), sequence, made.attributes(), made.data());
    }

    /** A history that goes on where this one ends: the same dossier and numbers, no events yet. */
    public History continued() {
        History next = new History(key, common);
        next.numbers.putAll(numbers);
        return next;
    }

    private static void put(ObjectNode data, Map<String, String> attributes, Map<String, Object> fields) {
        fields.forEach((name, value) -> {
            if (TestEvent.ATTRIBUTES.contains(name)) {
                attributes.put(name, String.valueOf(value));
            } else if (value == null) {
                data.remove(name);
            } else {
                data.set(name, TestEvent.JSON.valueToTree(value));
            }
        });
    }

    public List<TestEvent> events() {
        return List.copyOf(events);
    }

    /** The same events in an order and with repetitions that the seed decides. */
    public List<TestEvent> shuffled(long seed) {
        Random random = new Random(seed);
        List<TestEvent> mixed = new ArrayList<>(events);
        for (TestEvent event : events) {
            if (random.nextInt(3) == 0) {
                mixed.add(event);
            }
        }
        Collections.shuffle(mixed, random);
        return mixed;
    }
}
