package fr.microcredit.intake.dossier;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.request.domain.Purpose;
import fr.microcredit.kit.store.Store.Filter;

/** Finds dossiers by what a desk knows of them, over all rooms. */
public interface DossierPages {
    /**
     * What is looked for beside the stage.
     *
     * @param familyName how it begins, whatever its accents and capitals
     */
    record Wanted(Optional<String> familyName, Optional<Purpose> purpose) {
    }

    /** Identifiers, newest first. */
    Uni<List<String>> page(Filter filter, Wanted wanted);
}
