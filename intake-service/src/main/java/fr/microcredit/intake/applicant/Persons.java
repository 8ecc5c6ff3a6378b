package fr.microcredit.intake.applicant;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.domain.Applicant;

/** Finds the same person again, across offices, without showing one office what another has. */
public interface Persons {
    /** The keyed hash under which the same person is found again, for who asks for more in the same statement. */
    String match(Applicant applicant);

    /** The person known by these particulars; where nobody is, they are noted as this person's. */
    Uni<UUID> identifyAs(Applicant applicant, UUID person);

    /**
     * The identifier of this person, the one given before or a new random one: asked for at once and waited for where the inner
     * result is used.
     */
    Uni<Uni<UUID>> asked(Applicant applicant);
}
