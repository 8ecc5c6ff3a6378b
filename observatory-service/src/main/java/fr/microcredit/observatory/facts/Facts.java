package fr.microcredit.observatory.facts;

import io.smallrye.mutiny.Uni;

import fr.microcredit.observatory.facts.domain.FactChange;

/** One row for each dossier, built from the stream and from nothing else. */
public interface Facts {
    Uni<Void> apply(FactChange change);
}
