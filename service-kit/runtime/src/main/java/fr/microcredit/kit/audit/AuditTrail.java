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

/**
 * Human acts, appended in the transaction of their effect and chained per tenant: each entry's hash covers its content and
 * the hash before it, and the head remembers the last one, so that a changed, removed or inserted entry shows.
 */
@ApplicationScoped
public class AuditTrail {
    private static final String HEAD = """
                                       insert into audit_head as h (tenant, last_number, last_hash) values (:tenant, 0, '')
                                       on conflict (tenant) do update set last_number = h.last_number
                                       returning last_number, last_hash""";
    private static final String APPEND = """
                                         insert into audit_entry (tenant, number, at, actor, client, act, subject, detail, hash)
                                         values (:tenant, :number, :at, :actor, :client, :act, :subject, :detail, :hash)""";
    private static final String ADVANCE = """
                                          update audit_head set last_number = :number, last_hash = :hash where tenant = :tenant""";
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
     * @param act     what was done, in kebab case
     * @param subject identifier of what it was done to
     * @param detail  further identifiers and figures; never a name or a note
     */
    public Uni<Void> record(Actor actor, String act, String subject, Map<String, Object> detail) {
        String tenant = actor.tenantId();
        return Sql.of(HEAD).with("tenant", tenant).first(row -> Map.entry(row.number(0), row.text(1)))
                .map(java.util.Optional::orElseThrow).chain(head -> {
                    Entry entry = entry(head.getKey() + 1, actor, act, subject, detail);
                    return append(tenant, entry, entry.expectedHash(head.getValue()));
                });
    }

    private Entry entry(long number, Actor actor, String act, String subject, Map<String, Object> detail) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Entry(number, at.toString(), actor.subject(), String.valueOf(actor.client()), act, subject,
                new JsonObject(new TreeMap<>(detail)).encode(), "");
    }

    private static Uni<Void> append(String tenant, Entry entry, String hash) {
        return Sql.of(APPEND).with("tenant", tenant).with("number", entry.number()).with("at", entry.at())
                .with("actor", entry.actor()).with("client", entry.client()).with("act", entry.act())
                .with("subject", entry.subject()).with("detail", entry.detail()).with("hash", hash).update()
                .chain(() -> Sql.of(ADVANCE).with("tenant", tenant).with("number", entry.number()).with("hash", hash)
                        .update())
                .replaceWithVoid();
    }

    public Uni<List<Entry>> entries(String tenant) {
        return Sql.of(ENTRIES).with("tenant", tenant).list(row -> new Entry(row.number(0), row.text(1), row.text(2),
                row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)));
    }

    /** Recomputes the chain of one tenant from its first entry to its head. */
    public Uni<Verification> verify(String tenant) {
        return entries(tenant).chain(entries -> Sql.of(HEAD_NOW).with("tenant", tenant)
                .first(row -> Map.entry(row.number(0), row.text(1))).map(head -> check(entries,
                        head.map(Map.Entry::getKey).orElse(0L), head.map(Map.Entry::getValue).orElse(""))));
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
