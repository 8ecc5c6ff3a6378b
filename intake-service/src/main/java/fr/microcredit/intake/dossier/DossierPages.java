package fr.microcredit.intake.dossier;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.store.Store.Filter;

/** Finds dossiers by the stage they have come to, over all rooms. */
public interface DossierPages {
    /** Identifiers, newest first. */
    Uni<List<String>> page(Filter filter);
}
