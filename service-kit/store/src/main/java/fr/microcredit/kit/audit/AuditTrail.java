package fr.microcredit.kit.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.UnitOfWork;

/**
 * Human acts, appended in the transaction of their effect and chained per tenant: each entry's hash covers its content and
 * the hash before it, and the head remembers the last one, so that a changed, removed or inserted entry shows.
 */
@ApplicationScoped
public class AuditTrail {
    private static final String APPEND = """
                                         with head as (
                                           insert into audit_head as h (tenant, last_number, last_hash)
                                           values (:tenant, 1, audit_hash('', 1, :at, :actor, :client, :act, :subject, :detail))
                                           on conflict (tenant) do update set last_number = h.last_number + 1,
                                             last_hash = audit_hash(h.last_hash, h.last_number + 1, :at, :actor, :client, :act, :subject, :detail)
                                           returning last_number, last_hash)
                                         insert into audit_entry (tenant, number, at, actor, client, act, subject, detail, hash)
                                         select :tenant, last_number, :at, :actor, :client, :act, :subject, :detail, last_hash from head""";
    private static final String ENTRIES = """
                                          select number, at, actor, client, act, subject, detail, hash from audit_entry
                                          where tenant = :tenant order by number""";
    private static final String HEAD_NOW = "select last_number, last_hash from audit_head where tenant = :tenant";

    private final Clock clock;

    AuditTrail(Clock clock) {
        this.clock = clock;
    }

    /** One entry; the hash covers all other components and the hash of the entry before. */
    public record Entry(long number, String at, String actor, String client, String act, String subject, String detail,
            String hash) {
        String expectedHash(String before) {
            return Sha256.of(
                    String.join("\u001f", before, String.valueOf(number), at, actor, client, act, subject, detail));
        }
    }

    /**
     * What a verification found.
     *
     * @param entries number of entries looked at
     * @param broken  number of the first entry that does not fit, or 0 when the chain is whole
     */
    public record Verification(long entries, long broken) {
        public boolean isWhole() {
            return broken == 0;
        }
    }

    /**
     * The entry is written at the end of the running transaction.
     *
     * @param act     what was done, in kebab case
     * @param subject identifier of what it was done to
     * @param detail  further identifiers and figures; never a name or a note
     */
    public void record(Actor actor, String act, String subject, Map<String, Object> detail) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UnitOfWork.current().atEnd(Sql.of(APPEND).with("tenant", actor.tenantId()).with("at", at.toString())
                .with("actor", actor.subject()).with("client", String.valueOf(actor.client())).with("act", act)
                .with("subject", subject).with("detail", new JsonObject(new TreeMap<>(detail)).encode()));
    }

    public Uni<List<Entry>> entries(String tenant) {
        return Sql.of(ENTRIES).with("tenant", tenant).list(row -> new Entry(row.number("number"), row.text("at"),
                row.text("actor"), row.text("client"), row.text("act"), row.text("subject"), row.text("detail"),
                row.text("hash")));
    }

    /** Recomputes the chain of one tenant from its first entry to its head. */
    public Uni<Verification> verify(String tenant) {
        return entries(tenant).chain(entries -> Sql.of(HEAD_NOW).with("tenant", tenant)
                .first(row -> check(entries, row.number("last_number"), row.text("last_hash")))
                .map(found -> found.orElse(check(entries, 0, ""))));
    }

    static Verification check(List<Entry> entries, long lastNumber, String lastHash) {
        String before = "";
        long number = 0;
        for (Entry entry : entries) {
            number++;
            if (entry.number() != number || !entry.hash().equals(entry.expectedHash(before))) {
                return new Verification(entries.size(), number);
            }
            before = entry.hash();
        }
        boolean headFits = number == lastNumber && before.equals(lastHash);
        return new Verification(entries.size(), headFits ? 0 : number + 1);
    }
}
