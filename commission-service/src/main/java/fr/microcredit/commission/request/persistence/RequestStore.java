package fr.microcredit.commission.request.persistence;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Requests in PostgreSQL. */
@ApplicationScoped
class RequestStore extends DocumentStore<Request, RequestStore.RequestRow> implements Requests {
    private static final String WAITING = "tenant = :office and status = 'waiting'";
    private static final String OF_SESSION = "tenant = :office and session_id = :session";
    private static final String ARRIVAL = " order by sort_day, key";
    private static final String BY_KEY = " order by key";
    private static final String KEYS = "select key from request where ";

    RequestStore() {
        super(RequestRow.class, RequestRow::new);
    }

    @Entity
    @Table(name = "request")
    static class RequestRow extends DocumentRow<Request> {
        @Column(name = "session_id")
        UUID session;

        @Override
        protected void index(Request state) {
            session = state.session().orElse(null);
        }
    }

    @Override
    public Uni<List<Kept<Request>>> waiting(String officeId) {
        return list(WAITING + ARRIVAL, Map.of("office", officeId));
    }

    @Override
    public Uni<List<Kept<Request>>> waitingLocked(String officeId) {
        Map<String, Object> parameters = Map.of("office", officeId);
        return Locks.found(KEYS + WAITING, parameters).chain(dossiers -> lockedList(WAITING + BY_KEY, parameters)
                .chain(found -> dossiers.map(locked -> found.stream().filter(kept -> locked.contains(kept.key()))
                        .toList())));
    }

    @Override
    public Uni<List<Kept<Request>>> ofSession(String officeId, UUID session) {
        return list(OF_SESSION + ARRIVAL, Map.of("office", officeId, "session", session));
    }

    @Override
    public Uni<List<Kept<Request>>> ofSessionLocked(String officeId, UUID session, Supplier<Uni<?>> between) {
        Map<String, Object> parameters = Map.of("office", officeId, "session", session);
        return Locks.found(KEYS + OF_SESSION, parameters).chain(dossiers -> Beside.of(between.get(),
                lockedList(OF_SESSION + BY_KEY, parameters), (before, found) -> found));
    }
}
