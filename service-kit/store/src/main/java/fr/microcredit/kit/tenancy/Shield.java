package fr.microcredit.kit.tenancy;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Lets a transaction or a command run to its end when the client has gone: a cancelled subscription would stop it half-way. */
public final class Shield {
    private static final Logger LOG = Logger.getLogger(Shield.class);

    private Shield() {
    }

    /** The work starts on subscription, as always, but its cancellation goes nowhere. */
    public static <T> Uni<T> fromHangUp(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> start(work, emitter));
    }

    private static <T> void start(Uni<T> work, UniEmitter<? super T> emitter) {
        work.subscribe().with(emitter::complete, failure -> {
            LOG.debugf("Shielded work failed: %s", failure.getMessage());
            emitter.fail(failure);
        });
    }
}
