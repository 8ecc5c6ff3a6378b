package fr.microcredit.deploy.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A plain producer with the relay's settings. */
final class RawKafka implements AutoCloseable {
    private static final int VALUE_BYTES = 300;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    RawKafka(Map<String, Object> client, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.topic = topic;
    }

    void send(long number) throws Exception {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(topic,
                String.valueOf(number).getBytes(StandardCharsets.UTF_8), new byte[VALUE_BYTES]);
        event.headers().add(Receiver.TIME, Instant.now().toString().getBytes(StandardCharsets.UTF_8));
        producer.send(event).get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
