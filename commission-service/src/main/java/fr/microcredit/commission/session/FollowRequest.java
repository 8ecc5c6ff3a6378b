package fr.microcredit.commission.session;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.Agenda;
import fr.microcredit.commission.session.domain.AgendaItem;

/** Keeps the list of requests in step with assessments and withdrawals, whichever comes first. */
@ApplicationScoped
public class FollowRequest {
    private final AgendaItems items;

    FollowRequest(AgendaItems items) {
        this.items = items;
    }

    public Uni<Void> assessed(AgendaItem assessed) {
        return items.locked(assessed.dossierId()).chain(known -> items.put(Agenda.assessed(known, assessed)));
    }

    public Uni<Void> withdrawn(UUID dossierId, String officeId, UUID personId) {
        return items.locked(dossierId).chain(known -> known.isPresent()
                ? items.put(Agenda.withdrawn(known.get()))
                : items.putGone(dossierId, officeId, personId));
    }
}
