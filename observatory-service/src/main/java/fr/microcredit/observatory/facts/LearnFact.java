package fr.microcredit.observatory.facts;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.observatory.facts.domain.FactChange;

/** Adds to what is known of a dossier; whatever comes first makes its row. */
@ApplicationScoped
public class LearnFact {
    private final Facts facts;

    LearnFact(Facts facts) {
        this.facts = facts;
    }

    public Uni<Void> handle(FactChange change) {
        return facts.apply(change);
    }
}
