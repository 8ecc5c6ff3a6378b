package fr.microcredit.kit.inbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Actor;

/** What a named operator does with dead letters; to be called inside a transaction, which is rolled back on failure. */
@ApplicationScoped
public class DeadLetterDesk {
    private static final String REOPEN_INBOX = "delete from inbox where consumer = :consumer and event_id = :event";

    private final DeadLetters letters;
    private final RecordReader reader;
    private final BatchApplier applier;
    private final StreamState state;
    private final AuditTrail audit;
    private final String consumer;

    DeadLetterDesk(DeadLetters letters, RecordReader reader, BatchApplier applier, StreamState state, AuditTrail audit,
            KitConfig config) {
        this.letters = letters;
        this.reader = reader;
        this.applier = applier;
        this.state = state;
        this.audit = audit;
        this.consumer = config.service();
    }

    /** Reads the record again where it was and applies it, then what waited behind it. */
    public Uni<Void> replay(Actor operator, UUID id) {
        return letters.close(id, "replayed", operator.subject())
                .call(closed -> audit.record(operator, "dead-letter-replayed", closed.key(), detail(id, closed)))
                .call(closed -> Sql.of(REOPEN_INBOX).with("consumer", consumer).with("event", closed.eventId())
                        .update())
                .chain(closed -> reader.read(closed.topic(), closed.partition(), closed.offset()))
                .chain(delivery -> applier.apply(List.of(delivery)));
    }

    /** Leaves the record out for good and lets what waited behind it go on. */
    public Uni<Void> skip(Actor operator, UUID id) {
        return letters.close(id, "skipped", operator.subject())
                .call(closed -> audit.record(operator, "dead-letter-skipped", closed.key(), detail(id, closed)))
                .call(closed -> passOver(closed)).chain(closed -> applier.drain(closed.key()));
    }

    private Uni<Void> passOver(DeadLetters.Closed closed) {
        TopicKey at = new TopicKey(closed.topic(), closed.key());
        return state.lock(Set.of(closed.key())).chain(() -> state.progress(Set.of(closed.key())))
                .chain(progress -> closed.sequence() == progress.getOrDefault(at, 0L) + 1
                        ? state.saveProgress(Map.of(at, closed.sequence()))
                        : Uni.createFrom().voidItem());
    }

    private static Map<String, Object> detail(UUID id, DeadLetters.Closed closed) {
        return Map.of("deadLetter", id.toString(), "topic", closed.topic(), "offset", closed.offset());
    }
}
