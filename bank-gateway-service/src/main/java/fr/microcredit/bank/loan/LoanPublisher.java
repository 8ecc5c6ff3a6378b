package fr.microcredit.bank.loan;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.LoanEvent;

/** Tells the other services, in the running transaction. */
public interface LoanPublisher {
    Uni<Void> publish(List<LoanEvent> events);
}
