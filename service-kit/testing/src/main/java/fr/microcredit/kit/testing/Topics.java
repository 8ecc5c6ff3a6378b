package fr.microcredit.kit.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import fr.microcredit.backing.Await;

/** The topics of the running test platform: publish as another service would, read what this service published. */
public final class Topics {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static KafkaProducer<String, byte[]> producer;

    private Topics() {
    }

    /** Publishes events in this order and returns when the broker has them. */
    public static void publish(TestEvent... events) {
        publish(Arrays.asList(events));
    }

    /** Publishes events in this order and returns when the broker has them. */
    public static synchronized void publish(List<TestEvent> events) {
        if (producer == null) {
            Properties settings = new Properties();
            settings.put("bootstrap.servers", bootstrapServers());
            settings.put("acks", "all");
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        events.forEach(event -> producer.send(event.toRecord()));
        producer.flush();
    }

    /** Publishes a record as it is, sound or not. */
    public static synchronized void publishRaw(ProducerRecord<String, byte[]> message) {
        publish(List.of());
        producer.send(message);
        producer.flush();
    }

    /** Everything that stands on a topic now. */
    public static List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** The events of a key on a topic, as soon as there are as many that match as expected. */
    public static List<TestEvent> await(String topic, String key, int count, Predicate<TestEvent> wanted) {
        List<TestEvent> found = new ArrayList<>();
        Await.until(LIMIT, () -> count + " events of " + key + " on " + topic + ", found " + found, () -> {
            found.clear();
            read(topic).stream().filter(message -> key.equals(message.key())).map(TestEvent::of).filter(wanted)
                    .forEach(found::add);
            return found.size() >= count;
        });
        return found;
    }

    /** One event of that type for that key. */
    public static TestEvent awaitOne(String topic, String key, String type) {
        return await(topic, key, 1, event -> event.type().equals(type)).get(0);
    }

    private static String bootstrapServers() {
        return TestPlatform.running().kafka().bootstrapServers();
    }
}
