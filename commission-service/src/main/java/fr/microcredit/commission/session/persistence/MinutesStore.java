package fr.microcredit.commission.session.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.commission.session.domain.Minutes;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Sealed minutes in PostgreSQL. */
@ApplicationScoped
class MinutesStore extends DocumentStore<Minutes, MinutesStore.MinutesRow> {
    MinutesStore() {
        super(MinutesRow.class, MinutesRow::new);
    }

    @Entity
    @Table(name = "minutes")
    static class MinutesRow extends DocumentRow<Minutes> {
    }
}
