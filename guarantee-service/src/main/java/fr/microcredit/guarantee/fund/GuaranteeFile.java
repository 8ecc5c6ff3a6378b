package fr.microcredit.guarantee.fund;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.domain.Change;
import fr.microcredit.guarantee.ledger.LedgerBook;

/** Keeps a change: guarantee, ledger, exposure and events in one transaction. */
@ApplicationScoped
class GuaranteeFile {
    private final Guarantees guarantees;
    private final LedgerBook ledger;
    private final FundPublisher publisher;

    GuaranteeFile(Guarantees guarantees, LedgerBook ledger, FundPublisher publisher) {
        this.guarantees = guarantees;
        this.ledger = ledger;
        this.publisher = publisher;
    }

    Uni<Void> keep(Change change) {
        return guarantees.put(change.guarantee()).chain(() -> ledger.post(change.entry()))
                .chain(() -> guarantees.changeExposure(change.guarantee().personId(), change.exposure()))
                .chain(() -> publisher.publish(change.events()));
    }
}
