package fr.microcredit.eligibility.assessment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.kit.tenancy.Actor;

/** What an office may know of its own assessments: every outcome with its figures. */
@ApplicationScoped
public class ReadAssessment {
    private final Assessments assessments;

    ReadAssessment(Assessments assessments) {
        this.assessments = assessments;
    }

    /** Of the newest version of the request; fails with {@code not-found}. */
    public Uni<Assessment> newest(Actor actor, UUID dossierId) {
        return assessments.newest(actor.tenantId(), dossierId);
    }
}
