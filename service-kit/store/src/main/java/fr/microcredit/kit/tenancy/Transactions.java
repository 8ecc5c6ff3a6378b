package fr.microcredit.kit.tenancy;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Sql;

/** Opens every transaction of a service, reads included, and tells PostgreSQL at once whose rows it may see. */
@ApplicationScoped
public class Transactions {
    private static final String ENTER = """
                                        select set_config('app.tenant', :tenant, true), set_config('app.scope', :scope, true)""";

    private final ScopedTransaction transaction;

    Transactions(ScopedTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Commits when the work succeeds, with what it has left for the end; rolls back when it fails. It comes to its end though
     * nobody waits for it any more.
     */
    public <T> Uni<T> inScope(DataScope scope, Supplier<Uni<T>> work) {
        return open(() -> enter(scope).chain(work::get));
    }

    /** For work that sends {@link #entering} itself, with its first statements; before that it sees no row. */
    public <T> Uni<T> open(Supplier<Uni<T>> work) {
        return Shield.fromHangUp(Uni.createFrom().deferred(() -> {
            UnitOfWork unit = UnitOfWork.begin();
            return transaction.run(() -> work.get().call(unit::finish)).onTermination().invoke(unit::end)
                    .invoke(unit::committed);
        }));
    }

    /** Changes the scope of the running transaction, for work that goes through several tenants' rows in turn. */
    public Uni<Void> enter(DataScope scope) {
        return Sql.written().invoke(UnitOfWork.current()::forget).chain(() -> entering(scope).ahead());
    }

    /** What tells PostgreSQL which rows the rest of the transaction may see. */
    public static Sql entering(DataScope scope) {
        return Sql.of(ENTER).with("tenant", scope.tenant()).with("scope", scope.reach());
    }
}
