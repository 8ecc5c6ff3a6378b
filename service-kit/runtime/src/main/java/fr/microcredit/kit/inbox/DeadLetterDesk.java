package fr.microcredit.kit.inbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** What a named operator does with dead letters; to be called inside a transaction, which is rolled back on failure. */
@ApplicationScoped
public class DeadLetterDesk {
    private static final String REOPEN_INBOX = "delete from inbox where consumer = :consumer and event_id = :event";

    private final DeadLetters letters;
    private final RecordReader reader;
    private final BatchApplier applier;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final String consumer;

    DeadLetterDesk(DeadLetters letters, RecordReader reader, BatchApplier applier, Transactions transactions,
            AuditTrail audit,
            KitConfig config) {
        this.letters = letters;
        this.reader = reader;
        this.applier = applier;
        this.transactions = transactions;
        this.audit = audit;
        this.consumer = config.service();
    }

    /** Reads the record again where it was and applies it; what waited behind it follows by itself. */
    public Uni<Void> replay(Actor operator, UUID id) {
        return letters.close(id, "replayed", operator.subject())
                .call(closed -> audit.record(operator, "dead-letter-replayed", closed.key(), detail(id, closed)))
                .call(closed -> Sql.of(REOPEN_INBOX).with("consumer", consumer).with("event", closed.eventId())
                        .update())
                .chain(closed -> reader.read(closed.topic(), closed.partition(), closed.offset()))
                .call(() -> transactions.enter(DataScope.system()))
                .chain(delivery -> applier.applyAlone(List.of(delivery)));
    }

    /** Leaves the record out for good: its number is stepped over, and what waited behind it follows by itself. */
    public Uni<Void> skip(Actor operator, UUID id) {
        return letters.close(id, "skipped", operator.subject())
                .call(closed -> audit.record(operator, "dead-letter-skipped", closed.key(), detail(id, closed)))
                .replaceWithVoid();
    }

    private static Map<String, Object> detail(UUID id, DeadLetters.Closed closed) {
        return Map.of("deadLetter", id.toString(), "topic", closed.topic(), "offset", closed.offset());
    }
}
