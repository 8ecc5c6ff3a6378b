package fr.microcredit.commission.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.AgendaItem;

/** Where requests are kept; every method sees the running tenant's rows only. */
public interface AgendaItems {
    /** Locked until the transaction ends. */
    Uni<Optional<AgendaItem>> locked(UUID dossierId);

    Uni<Void> put(AgendaItem item);

    /** Requests without a decision, in the order of their arrival. */
    Uni<List<AgendaItem>> waiting(String officeId);

    Uni<List<AgendaItem>> ofSession(UUID session);

    /** As {@link #waiting}, locked until the transaction ends. */
    Uni<List<AgendaItem>> lockedWaiting(String officeId);

    /** As {@link #ofSession}, locked until the transaction ends. */
    Uni<List<AgendaItem>> lockedOfSession(UUID session);

    /** Notes that a dossier is gone before anything else was heard of it. */
    Uni<Void> putGone(UUID dossierId, String officeId, UUID personId);
}
