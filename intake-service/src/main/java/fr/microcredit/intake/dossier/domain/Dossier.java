package fr.microcredit.intake.dossier.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A request for a micro-credit and its way.
 *
 * @param revision          of the request; 0 in the draft, 1 when submitted, more after each change
 * @param situationRevision of the figures published for assessment
 * @param approved          whether the public side has agreed (commission, or a named agent where there is none)
 * @param terms             the frozen terms of the last assessment as JSON, passed on untouched
 * @param version           counts the changes, for {@code If-Match}
 */
public record Dossier(UUID id, String officeId, UUID personId, Stage stage, int revision, int situationRevision,
        LocalDate openedOn, boolean approved, Content content, Optional<String> terms, long version) {

    Dossier at(Stage next) {
        return new Dossier(id, officeId, personId, next, revision, situationRevision, openedOn, approved, content,
                terms,
                version);
    }

    Dossier with(Content changed) {
        return new Dossier(id, officeId, personId, stage, revision, situationRevision, openedOn, approved, changed,
                terms,
                version);
    }

    Dossier revised(int nextRevision, int nextSituationRevision) {
        return new Dossier(id, officeId, personId, stage, nextRevision, nextSituationRevision, openedOn, approved,
                content, terms, version);
    }

    Dossier onTerms(String frozenTerms) {
        return new Dossier(id, officeId, personId, stage, revision, situationRevision, openedOn, approved, content,
                Optional.of(frozenTerms), version);
    }

    Dossier withApproval() {
        return new Dossier(id, officeId, personId, stage, revision, situationRevision, openedOn, true, content, terms,
                version);
    }

    /** The same dossier after its applicant was found again under this identifier. */
    public Dossier ofPerson(UUID person) {
        return new Dossier(id, officeId, person, stage, revision, situationRevision, openedOn, approved, content, terms,
                version);
    }

    /** @throws IllegalStateException before the dossier was submitted */
    public LoanRequest request() {
        return content.request().orElseThrow(() -> new IllegalStateException("No request in " + id));
    }
}
