package fr.microcredit.kit.reception;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

/** Where a service's events come in: every topic it listens to, one polled batch after the other. */
@ApplicationScoped
public class EventStream {
    private final EventReceiver receiver;

    EventStream(EventReceiver receiver) {
        this.receiver = receiver;
    }

    @Incoming("events")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        List<Delivery> deliveries = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> message : batch) {
            deliveries.add(Delivery.of(message));
        }
        return receiver.receive(deliveries);
    }
}
