package fr.microcredit.eligibility.parameter.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.eligibility.parameter.domain.ValueProposal;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Proposed national values in PostgreSQL. */
@ApplicationScoped
class ProposalStore extends DocumentStore<ValueProposal, ProposalStore.ProposalRow> {
    ProposalStore() {
        super(ProposalRow.class, ProposalRow::new);
    }

    @Entity
    @Table(name = "value_proposal")
    static class ProposalRow extends DocumentRow<ValueProposal> {
    }
}
