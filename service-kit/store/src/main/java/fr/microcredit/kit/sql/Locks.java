package fr.microcredit.kit.sql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.smallrye.mutiny.Uni;

/**
 * Locks that are held until the transaction ends. One order everywhere: the dossier first, then rows, then accounts by their
 * names; so nobody ever waits for somebody who waits for him.
 */
public final class Locks {
    private static final String KEYS = """
                                       select pg_advisory_xact_lock(locked.id) from (
                                         select hashtextextended(key, 0) as id from unnest(cast(:keys as text[])) as given(key) order by 1) locked""";

    private static final String FOUND = """
                                        select key, pg_advisory_xact_lock(id) from (
                                          select key, hashtextextended(key, 0) as id from (%s) as given order by 2) as locked""";

    private Locks() {
    }

    /**
     * What events and acts of one dossier, or of another thing with a key of its own, wait for. Nobody waits here: whatever is
     * sent behind it on the connection does.
     */
    public static Uni<Void> ahead(String key) {
        return ahead(Set.of(key));
    }

    /** Several at once, in the one order that everybody takes them in. */
    public static Uni<Void> ahead(Collection<String> keys) {
        return Uni.createFrom().deferred(() -> {
            List<String> more = Outstanding.notYetLocked(keys);
            return more.isEmpty() ? Uni.createFrom().voidItem() : Sql.of(KEYS).with("keys", more).ahead();
        });
    }

    /**
     * Locks what a statement finds, without waiting for it here.
     *
     * @param keys       a select of keys, in the column {@code key}
     * @param parameters of it
     * @return which keys these were, once the answer is there
     */
    public static Uni<Uni<Set<String>>> found(String keys, Map<String, Object> parameters) {
        Sql locking = Sql.of(FOUND.formatted(keys));
        parameters.forEach(locking::with);
        return locking.early(row -> row.text("key")).map(answer -> answer.map(Set::copyOf)
                .invoke(Outstanding::notYetLocked));
    }

    /** The transaction has locked it by a statement of its own. */
    public static void held(String key) {
        Outstanding.notYetLocked(Set.of(key));
    }
}
