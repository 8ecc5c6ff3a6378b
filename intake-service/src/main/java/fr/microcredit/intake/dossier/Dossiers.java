package fr.microcredit.intake.dossier;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.request.domain.Purpose;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store.Filter;

/** Dossiers over all rooms, for who only looks: what the running transaction has changed and not written yet is not seen. */
public interface Dossiers {
    /**
     * What is looked for beside the stage.
     *
     * @param familyName how it begins, whatever its accents and capitals
     */
    record Wanted(Optional<String> familyName, Optional<Purpose> purpose) {
    }

    /** Newest first. */
    Uni<List<Kept<Dossier>>> page(Filter filter, Wanted wanted);

    /** Of one tenant; empty where it has none of that key. */
    Uni<Optional<Kept<Dossier>>> find(String tenant, String key);
}
