package fr.microcredit.kit.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** One batch on its way: keys side by side, the rows of one key one after the other. */
final class Dispatch {
    private final Function<OutboxRow, CompletionStage<RecordMetadata>> handOver;
    private final Map<String, CompletableFuture<Boolean>> lanes = new HashMap<>();
    private final List<Long> sent = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Set<String> resting = new HashSet<>();
    private Throwable interrupted;

    /**
     * What became of a batch.
     *
     * @param sent        rows the broker has acknowledged
     * @param refused     rows that can not be sent for their own fault
     * @param ends        where the acknowledged rows have brought each partition
     * @param resting     topics Kafka does not take rows for at the moment
     * @param interrupted why their rows stay for the next time, or null
     */
    record Result(List<Long> sent, List<Refusal> refused, Map<TopicPartition, Long> ends, Set<String> resting,
            Throwable interrupted) {
    }

    /** A row that can not be sent, and why. */
    record Refusal(long seq, String reason) {
    }

    Dispatch(Function<OutboxRow, CompletionStage<RecordMetadata>> handOver) {
        this.handOver = handOver;
    }

    CompletionStage<Result> of(List<OutboxRow> rows) {
        for (OutboxRow row : rows) {
            String lane = row.topic() + "/" + row.key();
            CompletableFuture<Boolean> before = lanes.getOrDefault(lane, CompletableFuture.completedFuture(true));
            lanes.put(lane, before.thenCompose(clear -> clear && !isResting(row) ? send(row) : stopped()));
        }
        return CompletableFuture.allOf(lanes.values().toArray(CompletableFuture[]::new)).thenApply(done -> result());
    }

    private CompletionStage<Boolean> send(OutboxRow row) {
        return handOver.apply(row).handle((metadata, failure) -> note(row, metadata, failure));
    }

    private static CompletionStage<Boolean> stopped() {
        return CompletableFuture.completedFuture(false);
    }

    private synchronized boolean isResting(OutboxRow row) {
        return resting.contains(row.topic());
    }

    private synchronized boolean note(OutboxRow row, RecordMetadata metadata, Throwable failure) {
        if (failure == null) {
            sent.add(row.seq());
            ends.merge(new TopicPartition(metadata.topic(), metadata.partition()), metadata.offset() + 1, Math::max);
            return true;
        }
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        if (isOwnFault(cause)) {
            refused.add(new Refusal(row.seq(), cause.getClass().getSimpleName()));
        } else {
            interrupted = cause;
            resting.add(row.topic());
        }
        return false;
    }

    private synchronized Result result() {
        return new Result(List.copyOf(sent), List.copyOf(refused), Map.copyOf(ends), Set.copyOf(resting), interrupted);
    }

    private static boolean isOwnFault(Throwable failure) {
        return failure instanceof RecordTooLargeException || failure instanceof SerializationException
                || failure instanceof InvalidTopicException || failure instanceof TopicAuthorizationException;
    }
}
