package fr.microcredit.kit.tenancy;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.DatabaseFaults;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;

/**
 * The one place where transactions begin and end. Nobody waits for the beginning: the first statements go right behind it
 * (docs/adr 0031).
 */
@ApplicationScoped
class ScopedTransaction {
    /** Commits when the work succeeds, rolls back when it fails or is cancelled. */
    <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> in(session, work)));
    }

    private static <T> Uni<T> in(Mutiny.Session session, Supplier<Uni<T>> work) {
        ReactiveConnection connection = Sql.connection(session);
        return Uni.createFrom().deferred(() -> {
            Outstanding.begin();
            Outstanding.add(connection.beginTransaction());
            return work.get();
        }).call(() -> Uni.createFrom().completionStage(Outstanding::answered))
                .onFailure(failure -> DatabaseFaults.of(failure) == DatabaseFaults.ABORTED)
                .transform(Outstanding::cause)
                .onFailure().call(() -> rollback(connection)).onCancellation().call(() -> rollback(connection))
                .call(() -> Uni.createFrom().completionStage(connection::commitTransaction))
                .onTermination().invoke(Outstanding::end);
    }

    private static Uni<Void> rollback(ReactiveConnection connection) {
        return Uni.createFrom().completionStage(connection::rollbackTransaction);
    }
}
