package fr.microcredit.kit.sql;

import java.util.function.BiFunction;

import io.smallrye.mutiny.Uni;

/**
 * Two questions of one transaction that are sent one right behind the other: neither needs the other's answer, and both cost
 * one way to PostgreSQL and back. Only for what consists of statements of {@link Sql}, since a session of Hibernate's takes no
 * parallel work.
 */
public final class Beside {
    private Beside() {
    }

    /** Both answers; the first failure is that of both. */
    public static <A, B, R> Uni<R> of(Uni<A> first, Uni<B> second, BiFunction<A, B, R> both) {
        return Uni.combine().all().unis(first, second).with(both);
    }
}
