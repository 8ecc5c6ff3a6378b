package fr.microcredit.kit.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Whom an event is about. It travels beside the event's own data, as attributes of the CloudEvents envelope, so that no
 * record repeats it; nothing in it names a person.
 *
 * @param dossierId     the dossier, key of every business topic
 * @param personId      random identifier of the applicant
 * @param officeId      accompanying body that holds the dossier
 * @param bankId        bank the dossier is at, once there is one
 * @param schemeVersion version of the scheme whose terms hold, once they are frozen
 */
public record About(UUID dossierId, UUID personId, String officeId, Optional<String> bankId,
        Optional<String> schemeVersion) {

    /** A dossier that no bank has yet. */
    public static About dossier(UUID dossierId, UUID personId, String officeId) {
        return new About(dossierId, personId, officeId, Optional.empty(), Optional.empty());
    }

    public About of(UUID person) {
        return new About(dossierId, person, officeId, bankId, schemeVersion);
    }

    public About at(String bank) {
        return new About(dossierId, personId, officeId, Optional.of(bank), schemeVersion);
    }

    /** A bank has refused it for good; no other one has it yet. */
    public About atNoBank() {
        return new About(dossierId, personId, officeId, Optional.empty(), schemeVersion);
    }

    public About under(String version) {
        return new About(dossierId, personId, officeId, bankId, Optional.of(version));
    }

    /** @throws IllegalStateException while no bank has the dossier */
    public String bank() {
        return bankId.orElseThrow(() -> new IllegalStateException("No bank has " + dossierId));
    }
}
