package fr.microcredit.eligibility.scheme;

import java.time.LocalDate;
import java.util.List;
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
        return keyOf(scheme.schemeId(), scheme.version());
    }

    public static String keyOf(String schemeId, String version) {
        return schemeId + "/" + version;
    }

    public boolean isPublished() {
        return publishedOn.isPresent();
    }

    /** What an editor can do with it, each named as its address is: another upload takes a draft's place. */
    public enum Act {
        SCHEME_DRAFTS, PUBLICATION
    }

    /** Told with every refusal; whether it is sound is looked at when it is done. */
    public List<Act> possible(String editor) {
        if (isPublished()) {
            return List.of();
        }
        return isPublishableBy(editor) ? List.of(Act.SCHEME_DRAFTS, Act.PUBLICATION) : List.of(Act.SCHEME_DRAFTS);
    }

    /** By a second person. */
    public boolean isPublishableBy(String editor) {
        return !uploadedBy.equals(editor);
    }

    boolean wasKnownOn(LocalDate day) {
        return publishedOn.filter(published -> !published.isAfter(day)).isPresent();
    }

    public SchemeVersion published(String by, LocalDate on) {
        return new SchemeVersion(scheme, document, sha256, uploadedBy, uploadedOn, Optional.of(by), Optional.of(on));
    }
}
