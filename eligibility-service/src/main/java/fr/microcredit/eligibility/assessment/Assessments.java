package fr.microcredit.eligibility.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Findings;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Wish;

/** Where requests, situations and assessments are kept; every method sees the running tenant's rows only. */
public interface Assessments {
    /** A version of a request and the situation it is to be assessed with. */
    record Request(UUID dossierId, String officeId, UUID personId, int revision, int situationRevision, Wish wish,
            LocalDate on) {
    }

    Uni<Void> addSituation(UUID dossierId, String officeId, int revision, Situation situation);

    Uni<Void> addRequest(Request request);

    Uni<Optional<Situation>> situation(UUID dossierId, int revision);

    /** Every version of the request, oldest first. */
    Uni<List<Request>> requests(UUID dossierId);

    Uni<Void> add(Assessment assessment);

    /** The assessment of the newest version, locked until the transaction ends; fails with {@code not-found}. */
    Uni<Assessment> lockedNewest(String officeId, UUID dossierId);

    /** The assessment of the newest version; fails with {@code not-found}. */
    Uni<Assessment> newest(String officeId, UUID dossierId);

    Uni<Boolean> exists(UUID dossierId, int revision);

    Uni<Assessment> save(Assessment assessment);

    /** Keeps why a person judged or set a rule aside; the grounds are personal and stay here. */
    Uni<Void> addJudgement(Assessment assessment, String rule, String judgedBy, String grounds);

    /** Fingerprint of what the rules said, as it was written down. */
    Uni<String> storedFingerprint(Assessment assessment);

    /** Fingerprint that these findings would have. */
    String fingerprint(Assessment assessment, Findings findings);

    /** Newest assessments of dossiers under a scheme, whatever office they are of, newest first. */
    Uni<List<Assessment>> newestOfScheme(String schemeId, int atMost);
}
