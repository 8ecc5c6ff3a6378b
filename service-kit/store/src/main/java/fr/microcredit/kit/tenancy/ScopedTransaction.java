package fr.microcredit.kit.tenancy;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.TransactionRollbackException;

import fr.microcredit.kit.sql.DatabaseFaults;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;

/**
 * The one place where transactions begin and end. Nobody waits for the beginning: the first statements go right behind it,
 * and the end goes right behind the last ones, unless one of them is sent for the first time (docs/adr 0031, 0037).
 */
@ApplicationScoped
class ScopedTransaction {
    /** Commits when the work succeeds, rolls back when it fails. */
    <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> in(session, work)));
    }

    private static <T> Uni<T> in(Mutiny.Session session, Supplier<Uni<T>> work) {
        ReactiveConnection connection = Sql.connection(session);
        return Uni.createFrom().deferred(() -> {
            Outstanding.begin();
            Outstanding.add(connection.executeUnprepared("begin"));
            return work.get();
        }).call(() -> Outstanding.isProven()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().completionStage(Outstanding::answered))
                .onFailure(failure -> DatabaseFaults.of(failure) == DatabaseFaults.ABORTED)
                .transform(Outstanding::cause).onFailure().call(() -> rolledBack(connection))
                .call(() -> committed(connection))
                .onTermination().invoke(Outstanding::end);
    }

    /** PostgreSQL rolls back instead where a statement has failed, and says nothing: that one's failure is told. */
    private static Uni<Void> committed(ReactiveConnection connection) {
        return Uni.createFrom().completionStage(() -> CompletableFuture.allOf(
                connection.executeUnprepared("commit").toCompletableFuture(),
                Outstanding.answered().toCompletableFuture()))
                .onFailure().transform(Outstanding::cause).invoke(done -> {
                    if (Outstanding.hasFailed()) {
                        throw TransactionRollbackException.INSTANCE;
                    }
                });
    }

    /** A connection that can not do that is lost. */
    private static Uni<Void> rolledBack(ReactiveConnection connection) {
        return Uni.createFrom().completionStage(() -> connection.executeUnprepared("rollback")).onFailure()
                .recoverWithNull();
    }
}
