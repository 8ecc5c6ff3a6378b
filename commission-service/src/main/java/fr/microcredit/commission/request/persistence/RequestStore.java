package fr.microcredit.commission.request.persistence;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Requests in PostgreSQL. */
@ApplicationScoped
class RequestStore extends DocumentStore<Request, RequestStore.RequestRow> implements Requests {
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
        return list("tenant = :office and status = 'waiting' order by day, key",
                query -> query.setParameter("office", officeId));
    }

    @Override
    public Uni<List<Kept<Request>>> ofSession(String officeId, UUID session) {
        return list("tenant = :office and session = :session order by day, key",
                query -> query.setParameter("office", officeId).setParameter("session", session));
    }
}
