package fr.microcredit.commission.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;

/** Where sessions and their decisions are kept; every method sees the running tenant's rows only. */
public interface Sessions {
    Uni<Void> add(Session session);

    /** Locked until the transaction ends; fails with {@code not-found}. */
    Uni<Session> locked(String officeId, UUID id);

    /** Fails with {@code not-found}. */
    Uni<Session> find(String officeId, UUID id);

    Uni<Session> save(Session session);

    /** Newest first. */
    Uni<List<Session>> list(String officeId, int limit);

    /** A decision that was taken. */
    record Taken(UUID session, UUID dossierId, String officeId, int revision, Ruling ruling) {
    }

    Uni<Void> addRuling(Taken taken, String decidedBy);

    /** The decision this session has taken on the request, if any. */
    Uni<Optional<Taken>> ruling(UUID session, UUID dossierId);

    Uni<List<Taken>> rulings(UUID session);
}
