package fr.microcredit.guarantee.promise.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.guarantee.ledger.domain.Posting;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/** Events of one promise played onto it and onto a ledger of its own, for tests. */
public final class Played<P extends Promise> {
    private final About about;
    private final Map<String, Money> ledger = new HashMap<>();
    private Optional<P> promise = Optional.empty();
    private Money exposure = Money.ZERO;

    public Played(About about) {
        this.about = about;
    }

    public Played<P> then(LocalDate on, PromiseEvent<P> event) {
        PromiseEvent.Applied<P> applied = event.onto(new PromiseEvent.Before<>(promise, about, on));
        promise = Optional.of(applied.promise());
        exposure = exposure.plus(applied.exposure());
        applied.entry().ifPresent(entry -> {
            for (Posting posting : entry.postings()) {
                ledger.merge(posting.account(), posting.amount(), Money::plus);
            }
        });
        return this;
    }

    public Played<P> then(LocalDate on, List<? extends PromiseEvent<P>> events) {
        events.forEach(event -> then(on, event));
        return this;
    }

    /** A change of the state alone, such as the agreement it keeps. */
    public Played<P> now(P changed) {
        promise = Optional.of(changed);
        return this;
    }

    public P promise() {
        return promise.orElseThrow();
    }

    public Money exposure() {
        return exposure;
    }

    public Money on(String account) {
        return ledger.getOrDefault(account, Money.ZERO);
    }

    /** Whether every account stands where it stood before. */
    public boolean nothingMoved() {
        return ledger.values().stream().allMatch(Money.ZERO::equals);
    }
}
