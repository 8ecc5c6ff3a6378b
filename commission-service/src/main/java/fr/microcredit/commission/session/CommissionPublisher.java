package fr.microcredit.commission.session;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.AgendaItem;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;

/** Tells the other services of a decision, in the running transaction. */
public interface CommissionPublisher {
    Uni<Void> decided(AgendaItem item, Session session, Ruling ruling);
}
