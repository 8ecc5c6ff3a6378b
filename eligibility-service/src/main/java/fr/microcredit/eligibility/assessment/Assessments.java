package fr.microcredit.eligibility.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where assessments are kept, one for each version of a request. */
public interface Assessments extends Store<Assessment> {
    /** The versions of a request that were assessed. */
    Uni<Set<Integer>> revisions(UUID dossierId);

    /** Of the newest version of the request. */
    Uni<Optional<Kept<Assessment>>> newest(UUID dossierId);

    /** The same, locked; the dossier was locked before, so that it stays the newest. */
    Uni<Optional<Kept<Assessment>>> newestLocked(UUID dossierId);

    /** Newest assessments of dossiers under a scheme, whatever office they are of, newest first. */
    Uni<List<Assessment>> newestOfScheme(String schemeId, int atMost);

    /** Keeps why a person judged or set a rule aside; the grounds are personal and stay here. */
    Uni<Void> addGrounds(Assessment assessment, String rule, String judgedBy, String grounds);
}
