package fr.microcredit.guarantee.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.money.Money;

/**
 * An entry of bookkeeping by two sides: its postings sum to zero, so that money is moved and never made.
 *
 * @param cause what led to it, in kebab case
 */
public record Entry(String cause, Optional<UUID> dossierId, LocalDate on, List<Posting> postings) {
    public Entry {
        Money sum = Money.sum(postings.stream().map(Posting::amount).toList());
        if (!sum.equals(Money.ZERO)) {
            throw new IllegalArgumentException("The postings of " + cause + " sum to " + sum);
        }
        postings = List.copyOf(postings);
    }
}
