package fr.microcredit.guarantee.grant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.guarantee.grant.domain.Grant;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Grants in PostgreSQL. */
@ApplicationScoped
class GrantStore extends DocumentStore<Grant, GrantStore.GrantRow> {
    GrantStore() {
        super(GrantRow.class, GrantRow::new);
    }

    @Entity
    @Table(name = "money_grant")
    static class GrantRow extends DocumentRow<Grant> {
    }
}
