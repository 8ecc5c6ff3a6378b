package fr.microcredit.commission.session.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Sessions in PostgreSQL. */
@ApplicationScoped
class SessionStore extends DocumentStore<Session, SessionStore.SessionRow> {
    SessionStore() {
        super(SessionRow.class, SessionRow::new);
    }

    @Entity
    @Table(name = "session")
    static class SessionRow extends DocumentRow<Session> {
    }
}
