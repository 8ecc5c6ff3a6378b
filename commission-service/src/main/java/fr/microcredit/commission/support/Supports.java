package fr.microcredit.commission.support;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.domain.Support;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where it is kept what the support commission has to do with, by dossier. */
public interface Supports extends Store<Support> {
    /** The dossier that an office's request belongs to. */
    Uni<Optional<String>> dossierOf(String officeId, UUID request);

    /**
     * An office's, as far as its support commission has to do with them.
     *
     * @param openOnly only where somebody is waited for
     */
    Uni<List<Kept<Support>>> ofOffice(String officeId, boolean openOnly);
}
