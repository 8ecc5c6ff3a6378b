package fr.microcredit.commission.concertation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.kit.tenancy.Actor;

/** The disagreements of an office that are not settled. */
@ApplicationScoped
public class ReadConcertations {
    private final Disagreements disagreements;

    ReadConcertations(Disagreements disagreements) {
        this.disagreements = disagreements;
    }

    public Uni<List<Disagreement>> open(Actor actor) {
        return disagreements.open(actor.tenantId());
    }
}
