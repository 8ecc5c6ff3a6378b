package fr.microcredit.guarantee.ledger.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.money.Money;

/** Gathers transfers between accounts into one entry. */
public final class Transfers {
    private final List<Posting> postings = new ArrayList<>();

    /** A transfer of nothing leaves no trace. */
    public Transfers move(String from, String to, Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("A transfer goes one way: " + amount);
        }
        if (amount.isPositive()) {
            postings.add(new Posting(from, amount.negated()));
            postings.add(new Posting(to, amount));
        }
        return this;
    }

    /** Empty when nothing moved. */
    public Optional<Entry> entry(String cause, Optional<UUID> dossierId, LocalDate on) {
        return postings.isEmpty() ? Optional.empty() : Optional.of(new Entry(cause, dossierId, on, postings));
    }

    public Optional<Entry> entry(String cause, UUID dossierId, LocalDate on) {
        return entry(cause, Optional.of(dossierId), on);
    }
}
