package fr.microcredit.intake.difficulty.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Loans as their offices see to them, in PostgreSQL, one row a dossier from the pay-out on. */
@ApplicationScoped
class DifficultyStore extends DocumentStore<Difficulty, DifficultyStore.DifficultyRow> {
    DifficultyStore() {
        super(DifficultyRow.class, DifficultyRow::new);
    }

    @Entity
    @Table(name = "difficulty")
    static class DifficultyRow extends DocumentRow<Difficulty> {
    }
}
