package fr.microcredit.kit.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.sql.Sql;

/** Outbox rows that Kafka refused for their own fault: each holds back its key until an operator has it sent again. */
@ApplicationScoped
public class StuckRows {
    private static final String LIST = """
                                       select seq, topic, key, type, failure from outbox where failure is not null order by seq limit 200""";
    private static final String RETRY = "update outbox set failure = null where seq = :seq and failure is not null";

    /** @param failure kind of the broker's or the client's refusal */
    public record StuckRow(long seq, String topic, String key, String type, String failure) {
    }

    public Uni<List<StuckRow>> list() {
        return Sql.of(LIST).list(
                row -> new StuckRow(row.number("seq"), row.text("topic"), row.text("key"), row.text("type"),
                        row.text("failure")));
    }

    /** Fails with {@code not-found} when no stuck row has this number. */
    public Uni<Void> retry(long seq) {
        return Sql.of(RETRY).with("seq", seq).update().invoke(changed -> {
            if (changed == 0) {
                throw RefusedException.unknown();
            }
        }).replaceWithVoid();
    }
}
