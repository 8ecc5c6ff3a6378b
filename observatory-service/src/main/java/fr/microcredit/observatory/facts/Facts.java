package fr.microcredit.observatory.facts;

import io.smallrye.mutiny.Uni;

import fr.microcredit.observatory.facts.domain.Learnt;

/** One row for each dossier, built from the stream and from nothing else; whatever comes first makes it. */
public interface Facts {
    Uni<Void> learn(Learnt learnt);
}
