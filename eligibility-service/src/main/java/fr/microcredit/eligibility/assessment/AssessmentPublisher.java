package fr.microcredit.eligibility.assessment;

import java.time.LocalDate;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.FrozenTerms;

/** Tells the other services, without any figure of the person, in the running transaction. */
public interface AssessmentPublisher {
    Uni<Void> assessed(Assessment assessment, FrozenTerms terms);

    /** @param rule that was judged */
    Uni<Void> judged(Assessment assessment, FrozenTerms terms, String rule, LocalDate on);

    /** @param rule that was set aside */
    Uni<Void> overridden(Assessment assessment, FrozenTerms terms, String rule, LocalDate on);

    Uni<Void> confirmed(Assessment assessment, LocalDate on);
}
