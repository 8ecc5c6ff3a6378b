package fr.microcredit.kit.http;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Lets a command run to its end when the client has gone: a cancelled subscription would stop it half-way. */
final class Shield {
    private static final Logger LOG = Logger.getLogger(Shield.class);

    private Shield() {
    }

    /** The work starts on subscription, as always, but its cancellation goes nowhere. */
    static <T> Uni<T> fromHangUp(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> start(work, emitter));
    }

    private static <T> void start(Uni<T> work, UniEmitter<? super T> emitter) {
        work.subscribe().with(emitter::complete, failure -> {
            LOG.debugf("Command failed: %s", failure.getMessage());
            emitter.fail(failure);
        });
    }
}
