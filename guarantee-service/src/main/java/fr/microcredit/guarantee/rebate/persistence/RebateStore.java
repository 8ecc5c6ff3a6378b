package fr.microcredit.guarantee.rebate.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.guarantee.rebate.domain.Rebate;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Rebates in PostgreSQL, at most one for each loan. */
@ApplicationScoped
class RebateStore extends DocumentStore<Rebate, RebateStore.RebateRow> {
    RebateStore() {
        super(RebateRow.class, RebateRow::new);
    }

    @Entity
    @Table(name = "rebate")
    static class RebateRow extends DocumentRow<Rebate> {
    }
}
