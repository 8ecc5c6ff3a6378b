package fr.microcredit.intake.request.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Requests in PostgreSQL. */
@ApplicationScoped
class RequestStore extends DocumentStore<Request, RequestStore.RequestRow> {
    RequestStore() {
        super(RequestRow.class, RequestRow::new);
    }

    @Entity
    @Table(name = "request")
    static class RequestRow extends DocumentRow<Request> {
    }
}
