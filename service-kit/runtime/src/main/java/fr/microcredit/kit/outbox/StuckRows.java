package fr.microcredit.kit.outbox;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Actor;

/** Outbox rows that Kafka refused for their own fault: each holds back its key until an operator has it sent again. */
@ApplicationScoped
public class StuckRows {
    private static final String LIST = """
                                       select seq, topic, key, type, failure from outbox where failure is not null order by seq limit 200""";
    private static final String RETRY = "update outbox set failure = null where seq = :seq and failure is not null";

    private final AuditTrail audit;

    StuckRows(AuditTrail audit) {
        this.audit = audit;
    }

    /** @param failure kind of the broker's or the client's refusal */
    public record StuckRow(long seq, String topic, String key, String type, String failure) {
    }

    public Uni<List<StuckRow>> list() {
        return Sql.of(LIST).list(
                row -> new StuckRow(row.number(0), row.text(1), row.text(2), row.text(3), row.text(4)));
    }

    /** Fails with {@code not-found} when no stuck row has this number. */
    public Uni<Void> retry(Actor operator, long seq) {
        return Sql.of(RETRY).with("seq", seq).update().invoke(changed -> {
            if (changed == 0) {
                throw new ProblemException(Problems.NOT_FOUND);
            }
        }).chain(() -> audit.record(operator, "outbox-row-retried", String.valueOf(seq), Map.of()));
    }
}
