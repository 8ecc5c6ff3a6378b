package fr.microcredit.commission.session;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.domain.Minutes;
import fr.microcredit.commission.session.domain.Sitting;
import fr.microcredit.commission.session.minutes.MinutesFile;
import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Store;

/**
 * Writes a session's minutes as it is closed; the audit entry of the closure has their hash, so that no other file passes for
 * them.
 */
@ApplicationScoped
class SealMinutes {
    private final MinutesFile file;
    private final Store<Minutes> minutes;

    SealMinutes(MinutesFile file, Store<Minutes> minutes) {
        this.file = file;
        this.minutes = minutes;
    }

    /** @param agenda what stood on it when the session ended, with what was withdrawn at that moment */
    Uni<Void> seal(Act act, Sitting sitting, List<Request> agenda) {
        List<Request> left = agenda.stream().filter(each -> each.state() == Request.Status.ON_AGENDA).toList();
        return besideTheEventLoop(sitting, left).chain(pdf -> {
            String sha256 = Sha256.of(pdf);
            act.noting("minutesSha256", sha256);
            return minutes.add(Minutes.sealed(sitting.session(), pdf, sha256));
        }).replaceWithVoid();
    }

    /** It takes longer than the event loop may be held. What follows goes on where the transaction is. */
    private Uni<byte[]> besideTheEventLoop(Sitting sitting, List<Request> left) {
        return Uni.createFrom().completionStage(() -> Vertx.currentContext()
                .executeBlocking(() -> file.of(sitting, left), false).toCompletionStage());
    }
}
