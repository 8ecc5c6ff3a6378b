package fr.microcredit.commission.committee.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Committees in PostgreSQL, one for each office that has set up one. */
@ApplicationScoped
class CommitteeStore extends DocumentStore<Committee, CommitteeStore.CommitteeRow> {
    CommitteeStore() {
        super(CommitteeRow.class, CommitteeRow::new);
    }

    @Entity
    @Table(name = "committee")
    static class CommitteeRow extends DocumentRow<Committee> {
    }
}
