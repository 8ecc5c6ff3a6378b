package fr.microcredit.guarantee.promise;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.kit.outbox.Events;

/** Where a promise leaves its traces besides itself. */
@ApplicationScoped
public class PromiseBooks {
    private final LedgerBook ledger;
    private final Exposures exposures;
    private final Events events;

    PromiseBooks(LedgerBook ledger, Exposures exposures, Events events) {
        this.ledger = ledger;
        this.exposures = exposures;
        this.events = events;
    }

    public LedgerBook ledger() {
        return ledger;
    }

    public Exposures exposures() {
        return exposures;
    }

    Events events() {
        return events;
    }
}
