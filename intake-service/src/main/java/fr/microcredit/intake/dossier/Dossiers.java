package fr.microcredit.intake.dossier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.intake.dossier.domain.Stage;
import fr.microcredit.kit.http.Cursor;

/** Where dossiers are kept. Every method sees the rows of the running transaction's tenant only. */
public interface Dossiers {
    Uni<Void> add(Dossier dossier, Applicant applicant);

    /** The dossier, locked until the transaction ends; fails with {@code not-found}. */
    Uni<Dossier> locked(String officeId, UUID id);

    /** As {@link #locked}, empty where this service does not know the dossier. */
    Uni<Optional<Dossier>> lockedIfKnown(UUID id);

    Uni<Dossier> find(String officeId, UUID id);

    Uni<Applicant> applicantOf(UUID dossierId);

    /** Writes what changed and counts the version up. */
    Uni<Dossier> save(Dossier dossier);

    Uni<Void> saveApplicant(UUID dossierId, Applicant applicant);

    /** Newest first. */
    Uni<List<Dossier>> list(Filter filter);

    /**
     * @param stage  or empty for all
     * @param before where the part before this one ended, or empty for the first
     */
    record Filter(String officeId, Optional<Stage> stage, Optional<Cursor> before, int limit) {
    }
}
