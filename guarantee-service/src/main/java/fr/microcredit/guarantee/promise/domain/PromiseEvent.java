package fr.microcredit.guarantee.promise.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/**
 * Something that has happened to a promise, as others are told of it. Whoever decides makes an event; what it does to promise,
 * ledger and exposure follows from it alone, whether it has just been decided or is read again from the topic.
 *
 * @param <P> the promise
 */
public interface PromiseEvent<P extends Promise> {
    Applied<P> onto(Before<P> before);

    /**
     * Where an event finds the promise.
     *
     * @param known empty before the first event
     * @param on    business date of the event
     */
    record Before<P>(Optional<P> known, About about, LocalDate on) {
        /** @throws IllegalStateException when nothing was promised */
        public P promise() {
            return known.orElseThrow(() -> new IllegalStateException("Nothing was promised to " + about.dossierId()));
        }
    }

    /**
     * What follows.
     *
     * @param entry    what moves in the ledger
     * @param exposure by how much the person's guaranteed principal changes
     */
    record Applied<P>(P promise, Optional<Entry> entry, Money exposure) {
        public static <P> Applied<P> of(P promise, Optional<Entry> entry) {
            return new Applied<>(promise, entry, Money.ZERO);
        }
    }
}
