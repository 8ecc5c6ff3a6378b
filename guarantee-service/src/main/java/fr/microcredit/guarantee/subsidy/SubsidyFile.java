package fr.microcredit.guarantee.subsidy;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.subsidy.domain.SubsidyChange;

/** Keeps a change: subsidy, ledger and events in one transaction. */
@ApplicationScoped
class SubsidyFile {
    private final Subsidies subsidies;
    private final LedgerBook ledger;
    private final SubsidyPublisher publisher;

    SubsidyFile(Subsidies subsidies, LedgerBook ledger, SubsidyPublisher publisher) {
        this.subsidies = subsidies;
        this.ledger = ledger;
        this.publisher = publisher;
    }

    Uni<Void> keep(SubsidyChange change) {
        return subsidies.put(change.subsidy()).chain(() -> ledger.post(change.entry()))
                .chain(() -> publisher.publish(change.events()));
    }

    Uni<Integer> keepAll(List<SubsidyChange> changes) {
        return Multi.createFrom().iterable(changes).onItem()
                .transformToUniAndConcatenate(change -> keep(change).replaceWith(change)).collect().asList()
                .map(List::size);
    }
}
