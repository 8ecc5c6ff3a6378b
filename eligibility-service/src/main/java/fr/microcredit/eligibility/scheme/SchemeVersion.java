package fr.microcredit.eligibility.scheme;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.eligibility.scheme.domain.Scheme;

/**
 * A version of a scheme as it is kept: a draft, or published for ever.
 *
 * @param document    the file as it was written
 * @param sha256      of the document, hexadecimal
 * @param uploadedBy  subject of the person
 * @param publishedBy another person, once it is published
 * @param publishedOn business date of the publication: requests made before it are not judged by it
 */
public record SchemeVersion(Scheme scheme, String document, String sha256, String uploadedBy, LocalDate uploadedOn,
        Optional<String> publishedBy, Optional<LocalDate> publishedOn) {

    /** Unique over schemes. */
    public String key() {
        return scheme.schemeId() + "/" + scheme.version();
    }

    public boolean isPublished() {
        return publishedOn.isPresent();
    }

    boolean wasKnownOn(LocalDate day) {
        return publishedOn.filter(published -> !published.isAfter(day)).isPresent();
    }

    public SchemeVersion published(String by, LocalDate on) {
        return new SchemeVersion(scheme, document, sha256, uploadedBy, uploadedOn, Optional.of(by), Optional.of(on));
    }
}
