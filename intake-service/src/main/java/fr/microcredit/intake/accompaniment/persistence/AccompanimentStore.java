package fr.microcredit.intake.accompaniment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Accompaniments in PostgreSQL. */
@ApplicationScoped
class AccompanimentStore extends DocumentStore<Accompaniment, AccompanimentStore.AccompanimentRow> {
    AccompanimentStore() {
        super(AccompanimentRow.class, AccompanimentRow::new);
    }

    @Entity
    @Table(name = "accompaniment")
    static class AccompanimentRow extends DocumentRow<Accompaniment> {
    }
}
