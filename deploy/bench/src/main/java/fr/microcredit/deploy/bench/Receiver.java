package fr.microcredit.deploy.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that notes, for every record, the time since the instant in its {@code ce_time} header. */
final class Receiver implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    static final String TIME = "ce_time";

    private final Histogram micros = Load.histogram();
    private final AtomicLong received = new AtomicLong();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closing;

    Receiver(Map<String, Object> client, String topic) throws InterruptedException {
        thread = new Thread(() -> receive(client, topic), "receiver");
        thread.start();
        ready.await();
    }

    private void receive(Map<String, Object> client, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("enable.auto.commit", false);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            ready.countDown();
            while (!closing) {
                consumer.poll(POLL).forEach(this::note);
            }
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> event) {
        Header time = event.headers().lastHeader(TIME);
        Instant sent = Instant.parse(new String(time.value(), StandardCharsets.UTF_8));
        micros.recordValue(Math.max(0, ChronoUnit.MICROS.between(sent, Instant.now())));
        received.incrementAndGet();
    }

    long received() {
        return received.get();
    }

    String millis(int percentile) {
        return Load.millis(micros, percentile);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
