package fr.microcredit.eligibility.directory;

import java.time.LocalDate;
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

    EntryVersion published(String by, LocalDate on) {
        return new EntryVersion(entry, sha256, draftedBy, draftedOn, Optional.of(by), Optional.of(on));
    }
}
