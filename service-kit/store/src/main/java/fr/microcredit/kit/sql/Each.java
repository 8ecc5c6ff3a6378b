package fr.microcredit.kit.sql;

import java.util.List;
import java.util.function.Function;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** One after the other. */
public final class Each {
    private Each() {
    }

    public static <T> Uni<Void> inOrder(Iterable<T> items, Function<? super T, Uni<? extends Void>> step) {
        return Multi.createFrom().iterable(items).onItem().transformToUniAndConcatenate(step).collect().last()
                .replaceWithVoid();
    }

    public static <T, R> Uni<List<R>> mapped(Iterable<T> items, Function<? super T, Uni<? extends R>> step) {
        return Multi.createFrom().iterable(items).onItem().transformToUniAndConcatenate(step).collect().asList();
    }
}
