package fr.microcredit.kit.reception;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

/**
 * Where a service's events come in: every topic it listens to, one polled batch after the other. Whatever comes after a quiet
 * moment is taken at once; while events keep coming they gather for a moment, since a batch costs the same whatever it holds.
 */
@ApplicationScoped
public class EventStream {
    private final EventReceiver receiver;
    private final EventsConfig config;
    private final DistributionSummary sizes;
    private long lastBegun;

    EventStream(EventReceiver receiver, EventsConfig config, MeterRegistry metrics) {
        this.receiver = receiver;
        this.config = config;
        this.sizes = metrics.summary("microcredit.events.batch");
        this.lastBegun = System.nanoTime() - config.gather().toNanos();
    }

    @Incoming("events")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        List<Delivery> deliveries = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> message : batch) {
            deliveries.add(Delivery.of(message));
        }
        sizes.record(deliveries.size());
        long begun = System.nanoTime();
        Duration since = Duration.ofNanos(begun - lastBegun);
        lastBegun = begun;
        return receiver.receive(deliveries).chain(() -> gather(since, Duration.ofNanos(System.nanoTime() - begun)));
    }

    /**
     * @param since between the beginnings of the last batch and of this one
     * @param took  this one
     */
    private Uni<Void> gather(Duration since, Duration took) {
        boolean quiet = since.compareTo(config.gather().multipliedBy(2)) > 0;
        Duration rest = config.gather().minus(took);
        return quiet || rest.isNegative() || rest.isZero() ? Uni.createFrom().voidItem() : ContextDelay.of(rest);
    }
}
