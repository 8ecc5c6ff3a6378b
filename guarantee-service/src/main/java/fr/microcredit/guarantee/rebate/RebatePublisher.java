package fr.microcredit.guarantee.rebate;

import java.time.LocalDate;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.rebate.domain.Rebate;

/** Tells the bank, in the running transaction. */
public interface RebatePublisher {
    Uni<Void> ordered(Rebate rebate, LocalDate on);
}
