package fr.microcredit.kit.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import fr.microcredit.kit.reception.Subscriptions;

/** Where the topics a service listens to end now. */
@ApplicationScoped
class TopicEnds {
    private final Map<String, Object> kafka;
    private final List<String> topics;
    private Admin admin;

    TopicEnds(@Identifier("default-kafka-broker") Map<String, Object> kafka,
            Subscriptions subscriptions) {
        this.kafka = kafka;
        this.topics = List.copyOf(subscriptions.topics());
    }

    /** End offsets by {@code topic-partition}, back on the caller's context. */
    Uni<Map<String, Long>> ofListenedTopics() {
        Context context = Vertx.currentContext();
        return Uni.createFrom().completionStage(this::ask)
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private CompletionStage<Map<String, Long>> ask() {
        return admin().describeTopics(topics).allTopicNames().toCompletionStage().thenCompose(this::ends);
    }

    private CompletionStage<Map<String, Long>> ends(Map<String, TopicDescription> described) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        described.forEach((topic, description) -> description.partitions()
                .forEach(each -> wanted.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
        return admin().listOffsets(wanted).all().toCompletionStage().thenApply(TopicEnds::named);
    }

    private static Map<String, Long> named(Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> found) {
        Map<String, Long> ends = new HashMap<>();
        found.forEach((at, end) -> ends.put(at.topic() + "-" + at.partition(), end.offset()));
        return ends;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(new HashMap<>(kafka));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
