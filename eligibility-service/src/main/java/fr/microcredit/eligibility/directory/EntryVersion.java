package fr.microcredit.eligibility.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.directory.domain.Entry;

/**
 * A version of an entry as it is kept: a draft, or published for ever.
 *
 * @param sha256      of what was drafted, hexadecimal: the second person publishes what she has read
 * @param draftedBy   subject of the person
 * @param publishedBy another person, once it is published
 * @param publishedOn business date of the publication
 */
public record EntryVersion(Entry entry, String sha256, String draftedBy, LocalDate draftedOn,
        Optional<String> publishedBy, Optional<LocalDate> publishedOn) {

    public String key() {
        return entry.key();
    }

    public boolean isPublished() {
        return publishedOn.isPresent();
    }

    /** What an editor can do with it, each named as its address is: another draft takes a draft's place. */
    public enum Act {
        DIRECTORY_DRAFTS, PUBLICATION
    }

    /** Told with every refusal; whether it is sound is looked at when it is done. */
    public List<Act> possible(String editor) {
        if (isPublished()) {
            return List.of();
        }
        return isPublishableBy(editor) ? List.of(Act.DIRECTORY_DRAFTS, Act.PUBLICATION) : List.of(Act.DIRECTORY_DRAFTS);
    }

    /** By a second person. */
    public boolean isPublishableBy(String editor) {
        return !draftedBy.equals(editor);
    }

    EntryVersion published(String by, LocalDate on) {
        return new EntryVersion(entry, sha256, draftedBy, draftedOn, Optional.of(by), Optional.of(on));
    }
}
