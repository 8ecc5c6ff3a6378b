package fr.microcredit.kit.reception;

import java.time.Duration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A pause that comes back on the Vert.x context it left, which the database session needs. */
public final class ContextDelay {
    private ContextDelay() {
    }

    public static Uni<Void> of(Duration pause) {
        Context context = Vertx.currentContext();
        return Uni.createFrom().emitter(emitter -> context.owner().setTimer(Math.max(1, pause.toMillis()),
                timer -> context.runOnContext(ignored -> emitter.complete(null))));
    }
}
