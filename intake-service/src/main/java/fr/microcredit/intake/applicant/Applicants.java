package fr.microcredit.intake.applicant;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.domain.Applicant;

/** Who asks, apart from what is asked for; every method sees the running tenant's rows only. */
public interface Applicants {
    Uni<Void> put(String dossierId, String officeId, Applicant applicant);

    /** Empty where the person was erased. */
    Uni<Optional<Applicant>> find(String dossierId);

    /** The same, asked for at once and waited for where the inner result is used. */
    Uni<Uni<Optional<Applicant>>> asked(String dossierId);
}
