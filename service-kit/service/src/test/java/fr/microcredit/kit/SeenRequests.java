package fr.microcredit.kit;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Marked requests that have come, and how many of them something in the service still holds. */
@ApplicationScoped
class SeenRequests {
    static final String MARK = "X-Seen";
    private static final int BEFORE_ANYTHING = Integer.MIN_VALUE;
    private static final List<WeakReference<RoutingContext>> SEEN = new CopyOnWriteArrayList<>();

    void install(@Observes Router router) {
        router.route().order(BEFORE_ANYTHING).handler(request -> {
            if (request.request().getHeader(MARK) != null) {
                SEEN.add(new WeakReference<>(request));
            }
            request.next();
        });
    }

    static int all() {
        return SEEN.size();
    }

    static long kept() {
        System.gc();
        return SEEN.stream().filter(each -> each.get() != null).count();
    }
}
