package fr.microcredit.kit.tenancy;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** The one place where transactions begin and end. */
@ApplicationScoped
class ScopedTransaction {
    /** Commits when the work succeeds, rolls back when it fails. */
    @WithTransaction
    <T> Uni<T> run(Supplier<Uni<T>> work) {
        return work.get();
    }
}
