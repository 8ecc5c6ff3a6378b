package fr.microcredit.guarantee.promise;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.money.Money;

/** What a person's guaranteed loans and reservations come to, over all offices. */
public interface Exposures {
    Uni<Money> of(UUID personId);

    Uni<Void> change(UUID personId, Money by);
}
