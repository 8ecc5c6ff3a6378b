package fr.microcredit.kit.reception;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** What a named operator does with dead letters; to be called inside a transaction, which is rolled back on failure. */
@ApplicationScoped
public class DeadLetterDesk {
    private final DeadLetters letters;
    private final RecordReader reader;
    private final BatchApplier applier;
    private final Transactions transactions;

    DeadLetterDesk(DeadLetters letters, RecordReader reader, BatchApplier applier, Transactions transactions) {
        this.letters = letters;
        this.reader = reader;
        this.applier = applier;
        this.transactions = transactions;
    }

    /** Reads the record again where it was and applies it; what waited behind it follows by itself. */
    public Uni<Void> replay(Actor operator, UUID id) {
        return letters.close(id, "replayed", operator.subject()).chain(closed -> reader.read(closed.at()))
                .map(found -> found.orElseThrow(RefusedException::unknown))
                .call(() -> transactions.enter(DataScope.system()))
                .chain(delivery -> applier.applyAlone(List.of(delivery)));
    }

    /** Leaves the record out for good: its number is stepped over, and what waited behind it follows by itself. */
    public Uni<Void> skip(Actor operator, UUID id) {
        return letters.close(id, "skipped", operator.subject()).replaceWithVoid();
    }
}
