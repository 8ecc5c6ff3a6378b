package fr.microcredit.kit.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Actor;

/**
 * Human acts, appended in the transaction of their effect and chained: each entry's hash covers its place, its content and
 * the hash before it, and the head remembers the last one, so that a changed, moved, removed or inserted entry shows. A
 * tenant has {@value #CHAINS} chains, and a subject's acts stand in one of them: a head is locked until the commit, and acts
 * on other subjects rarely wait for it.
 */
@ApplicationScoped
public class AuditTrail {
    /** How many chains a tenant has; stored with every entry, so it can not be changed. */
    static final int CHAINS = 64;
    /** What stands behind {@code from} in the statement that an entry is written with: one row, when it is. */
    public static final String APPENDED = "audit_append(:tenant, :chain, :at, :actor, :client, :act, :subject, :detail)";
    private static final String ENTRY = """
                                        select tenant, chain, number, at, actor, client, act, subject, detail, hash from audit_entry""";
    private static final String ENTRIES = ENTRY + " where tenant = :tenant order by at, chain, number";
    private static final String CHAIN = ENTRY + " where tenant = :tenant and chain = :chain order by number";
    private static final String HEAD_NOW = """
                                           select last_number, last_hash from audit_head where tenant = :tenant and chain = :chain""";

    private final Clock clock;

    AuditTrail(Clock clock) {
        this.clock = clock;
    }

    /** One entry; the hash covers all other components and the hash of the entry before it in its chain. */
    public record Entry(String tenant, int chain, long number, String at, String actor, String client, String act,
            String subject, String detail, String hash) {
        String expectedHash(String before) {
            return Sha256
                    .of(String.join("\u001f", before, tenant, String.valueOf(chain), String.valueOf(number), at, actor,
                            client, act, subject, detail));
        }

        private static Entry of(Row row) {
            return new Entry(row.text("tenant"), row.integer("chain"), row.number("number"), row.text("at"),
                    row.text("actor"), row.text("client"), row.text("act"), row.text("subject"), row.text("detail"),
                    row.text("hash"));
        }
    }

    /**
     * What a verification found.
     *
     * @param entries number of entries looked at
     * @param chain   in which the first entry stands that does not fit
     * @param broken  number of that entry in its chain, or 0 when every chain is whole
     */
    public record Verification(long entries, int chain, long broken) {
        public boolean isWhole() {
            return broken == 0;
        }

        private Verification and(Verification next) {
            Verification first = isWhole() ? next : this;
            return new Verification(entries + next.entries, first.chain, first.broken);
        }
    }

    /**
     * Binds the entry of a statement that selects from {@link #APPENDED}; it may use the same tenant and client.
     *
     * @param act     what was done, in kebab case
     * @param subject identifier of what it was done to
     * @param detail  further identifiers and figures; never a name or a note
     */
    public Sql bind(Sql statement, Actor actor, String act, String subject, Map<String, Object> detail) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return statement.with("tenant", actor.tenantId()).with("client", String.valueOf(actor.client()))
                .with("chain", chainOf(subject)).with("at", at.toString()).with("actor", actor.subject())
                .with("act", act).with("subject", subject)
                .with("detail", new JsonObject(new TreeMap<>(detail)).encode());
    }

    static int chainOf(String subject) {
        return Math.floorMod(subject.hashCode(), CHAINS);
    }

    /** In the order of their times. */
    public Uni<List<Entry>> entries(String tenant) {
        return Sql.of(ENTRIES).with("tenant", tenant).list(Entry::of);
    }

    /** Recomputes the chains of one tenant from their first entries to their heads. */
    public Uni<Verification> verify(String tenant) {
        return Each.mapped(IntStream.range(0, CHAINS).boxed().toList(), chain -> verify(tenant, chain))
                .map(chains -> chains.stream().reduce(new Verification(0, 0, 0), Verification::and));
    }

    private static Uni<Verification> verify(String tenant, int chain) {
        return of(CHAIN, tenant, chain).list(Entry::of).chain(entries -> of(HEAD_NOW, tenant, chain)
                .first(row -> check(chain, entries, row.number("last_number"), row.text("last_hash")))
                .map(found -> found.orElseGet(() -> check(chain, entries, 0, ""))));
    }

    private static Sql of(String statement, String tenant, int chain) {
        return Sql.of(statement).with("tenant", tenant).with("chain", chain);
    }

    static Verification check(int chain, List<Entry> entries, long lastNumber, String lastHash) {
        String before = "";
        long number = 0;
        for (Entry entry : entries) {
            number++;
            if (entry.number() != number || !entry.hash().equals(entry.expectedHash(before))) {
                return new Verification(entries.size(), chain, number);
            }
            before = entry.hash();
        }
        boolean headFits = number == lastNumber && before.equals(lastHash);
        return new Verification(entries.size(), chain, headFits ? 0 : number + 1);
    }
}
