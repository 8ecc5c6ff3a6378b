package fr.microcredit.kit.tenancy;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Sql;

/** Opens every transaction of a service, reads included, and tells PostgreSQL at once whose rows it may see. */
@ApplicationScoped
public class Transactions {
    /** Commits when the work succeeds, rolls back when it fails. */
    @WithTransaction
    public <T> Uni<T> inScope(DataScope scope, Supplier<Uni<T>> work) {
        return enter(scope).chain(work::get);
    }

    /** Changes the scope of the running transaction, for work that goes through several tenants' rows in turn. */
    public Uni<Void> enter(DataScope scope) {
        return Sql.of("select set_config('app.tenant', :tenant, true), set_config('app.scope', :scope, true)")
                .with("tenant", scope.tenant()).with("scope", scope.reach().setting()).run();
    }
}
