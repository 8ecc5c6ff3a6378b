package fr.microcredit.observatory.facts;

import fr.microcredit.observatory.facts.domain.Learnt;
import io.smallrye.mutiny.Uni;

/** One row for each dossier, built from the stream and from nothing else; whatever comes first makes it. */
public interface Facts {
    Uni<Void> learn(Learnt learnt);
}
