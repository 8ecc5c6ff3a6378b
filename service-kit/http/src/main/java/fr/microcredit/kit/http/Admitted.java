package fr.microcredit.kit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * A request that was let in counts as under way until it is answered or its connection is gone, and its command has ended:
 * a command goes on when its client hangs up.
 */
final class Admitted {
    private static final String NAME = Admitted.class.getName();

    private final AtomicInteger holders = new AtomicInteger(1);
    private final List<Runnable> ends = new ArrayList<>();

    private Admitted() {
    }

    /** Of a request that is let in now. */
    static Admitted in(RoutingContext request) {
        Admitted admitted = new Admitted();
        request.put(NAME, admitted);
        if (request.response().ended() || request.response().closed()) {
            // Its client went while its token was checked: no end will be told any more
            return admitted.over();
        }
        request.addEndHandler(ended -> admitted.release());
        return admitted;
    }

    /** The same work, with the request counted as under way until it ends. */
    static <T> Uni<T> holding(RoutingContext request, Uni<T> work) {
        Admitted admitted = request.get(NAME);
        if (admitted == null) {
            return work;
        }
        return Uni.createFrom().deferred(() -> {
            admitted.holders.incrementAndGet();
            return work.onTermination().invoke(admitted::release);
        });
    }

    private Admitted over() {
        holders.set(0);
        return this;
    }

    /** To be run once, at the end; at once where that has been. */
    void atEnd(Runnable end) {
        if (holders.get() == 0) {
            end.run();
        } else {
            ends.add(end);
        }
    }

    private void release() {
        if (holders.decrementAndGet() == 0) {
            ends.forEach(Runnable::run);
            ends.clear();
        }
    }
}
