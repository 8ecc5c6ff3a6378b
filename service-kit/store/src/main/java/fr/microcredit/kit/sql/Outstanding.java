package fr.microcredit.kit.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import io.smallrye.common.vertx.ContextLocals;

/**
 * What the running transaction has sent without waiting for its answer, and what it holds that was not written yet: rows that
 * are gathered to be written together. PostgreSQL takes the statements of a connection in their order, so
 * whatever is sent behind one sees what it did.
 */
public final class Outstanding {
    private static final String LOCAL = "microcredit.outstanding";

    private final List<CompletableFuture<?>> sent = new ArrayList<>();
    private final Map<Object, Rows<?>> gathered = new LinkedHashMap<>();
    private final Set<String> locks = new HashSet<>();
    private boolean failed;
    private boolean unproven;

    private record Rows<T>(Map<Object, T> rows, Function<List<T>, Sql> write) {
        Sql statement() {
            try {
                return write.apply(List.copyOf(rows.values()));
            } catch (RuntimeException e) {
                throw new FailureOfMany(e);
            }
        }
    }

    private Outstanding() {
    }

    /** With the beginning of a transaction. */
    public static void begin() {
        ContextLocals.put(LOCAL, new Outstanding());
    }

    public static void end() {
        ContextLocals.remove(LOCAL);
    }

    private static Outstanding current() {
        return ContextLocals.<Outstanding>get(LOCAL)
                .orElseThrow(() -> new IllegalStateException("No transaction is running"));
    }

    /** Its answer is looked at before the commit, and its failure is the one that counts. */
    public static void add(CompletionStage<?> statement) {
        current().sent.add(statement.toCompletableFuture());
    }

    /**
     * Remembers that a statement has failed, whoever passes that over: nothing of the transaction stays then. Who does not
     * wait for it any more cancels his own copy.
     */
    static <T> CompletionStage<T> watched(CompletionStage<T> statement) {
        Outstanding current = current();
        statement.whenComplete((done, failure) -> current.failed |= failure != null);
        return statement.thenApply(Function.identity());
    }

    /** One goes whose kind has not succeeded yet: perhaps the driver refuses it, and PostgreSQL knows nothing of it. */
    static void unproven() {
        current().unproven = true;
    }

    /** Whether all that was sent reaches PostgreSQL. */
    public static boolean isProven() {
        return !current().unproven;
    }

    /** Whether any statement has failed. */
    public static boolean hasFailed() {
        return current().failed;
    }

    /** All that was added until now; what was answered well is forgotten. */
    public static CompletionStage<Void> answered() {
        List<CompletableFuture<?>> sent = current().sent;
        List<CompletableFuture<?>> known = List.copyOf(sent);
        return CompletableFuture.allOf(known.toArray(CompletableFuture<?>[]::new)).thenRun(() -> sent.removeAll(known));
    }

    /** The failure of the first statement nobody waited for, since those behind it only fail with it; else the given one. */
    public static Throwable cause(Throwable failure) {
        return current().sent.stream().filter(CompletableFuture::isCompletedExceptionally).findFirst()
                .map(Outstanding::failure).orElse(failure);
    }

    static Throwable failure(CompletableFuture<?> failed) {
        Throwable failure = failed.<Throwable>handle((done, thrown) -> thrown).join();
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /**
     * Gathers a row that is written together with others of its kind: before the next statement whose answer counts, before
     * the transaction sees another tenant's rows, or at its end.
     *
     * @param kind  whose rows they are, equal for those of one statement
     * @param write writes all of them, in the order they came in
     */
    public static <T> void gather(Object kind, T row, Function<List<T>, Sql> write) {
        gather(kind, new Object(), row, write);
    }

    /**
     * The same for a row that may be gathered again before it is written, as something else.
     *
     * @param key of the row among those of its kind
     */
    public static <T> void gather(Object kind, Object key, T row, Function<List<T>, Sql> write) {
        @SuppressWarnings("unchecked")
        Rows<T> own = (Rows<T>) current().gathered.computeIfAbsent(kind,
                any -> new Rows<T>(new LinkedHashMap<>(), write));
        own.rows().put(key, row);
    }

    /** Whether rows of this kind wait to be written. */
    public static boolean isGathered(Object kind) {
        return current().gathered.containsKey(kind);
    }

    /** Whether this row does. */
    public static boolean isGathered(Object kind, Object key) {
        return isGathered(kind) && current().gathered.get(kind).rows().containsKey(key);
    }

    /** The statements that write what was gathered; nothing is gathered afterwards. */
    static List<Sql> takeGathered() {
        Map<Object, Rows<?>> gathered = current().gathered;
        List<Sql> statements = gathered.values().stream().<Sql>map(Rows::statement).toList();
        gathered.clear();
        return statements;
    }

    /** Those of the locks that the transaction has not asked for yet; from now on it has. */
    static List<String> notYetLocked(Collection<String> keys) {
        return keys.stream().filter(current().locks::add).toList();
    }
}
