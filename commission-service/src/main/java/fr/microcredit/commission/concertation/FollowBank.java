package fr.microcredit.commission.concertation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.domain.Disagreement;

/** Notes where a bank disagrees and where it has had its last word. */
@ApplicationScoped
public class FollowBank {
    private final Disagreements disagreements;

    FollowBank(Disagreements disagreements) {
        this.disagreements = disagreements;
    }

    public Uni<Void> disagreed(Disagreement fresh) {
        return disagreements.put(fresh);
    }

    public Uni<Void> settled(UUID dossierId) {
        return disagreements.locked(dossierId).chain(found -> found.isEmpty()
                ? Uni.createFrom().voidItem()
                : disagreements.put(found.get().settled()));
    }
}
