package fr.microcredit.eligibility.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Submission;

/** Where the two halves of a request are kept; every method sees the rows of the running scope only. */
public interface Submissions {
    /** A version of a household's figures. */
    record SituationKey(UUID dossierId, int revision) {
    }

    Uni<Void> addSituation(SituationKey key, String officeId, Situation situation);

    Uni<Void> add(Submission submission);

    /** Empty where the figures have not come yet, or were erased. */
    Uni<Optional<Situation>> situation(SituationKey key);

    /** Those of them that are there. */
    Uni<Map<SituationKey, Situation>> situations(Collection<SituationKey> keys);

    /** Every version of a request, oldest first. */
    Uni<List<Submission>> of(UUID dossierId);
}
