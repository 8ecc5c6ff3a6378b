package fr.microcredit.commission.concertation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.AgendaItems;
import fr.microcredit.commission.session.domain.Agenda;

/** A named agent has confirmed that a request does not fit: there is nothing to meet about any more. */
@ApplicationScoped
public class EndConcertation {
    private final AgendaItems items;
    private final FollowBank bank;

    EndConcertation(AgendaItems items, FollowBank bank) {
        this.items = items;
        this.bank = bank;
    }

    /** @param revision that was confirmed; a newer one goes on */
    public Uni<Void> confirmedIneligible(UUID dossierId, int revision) {
        return items.locked(dossierId).chain(known -> known.filter(item -> item.revision() == revision)
                .map(item -> items.put(Agenda.withdrawn(item)).chain(() -> bank.settled(dossierId)))
                .orElse(Uni.createFrom().voidItem()));
    }
}
