package fr.microcredit.eligibility.directory;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.directory.domain.Entry;

/** Where versions of entries are kept. */
public interface EntryVersions {
    /** Adds a draft, or writes an unpublished one of that name anew. */
    Uni<Void> putDraft(EntryVersion draft);

    /** Publishes a draft; the caller has looked that it is one. */
    Uni<Void> publish(EntryVersion published);

    /** Drafts, in the order in which they came. */
    Uni<List<EntryVersion>> drafts();

    /** What was published, in that order. */
    Uni<List<EntryVersion>> allPublished();

    /** By identifier and version, {@code cm-dijon/1}. */
    Uni<Optional<EntryVersion>> find(String key);

    /** One version, locked until the transaction ends. */
    Uni<Optional<EntryVersion>> locked(String key);

    /** Lets one publication after the other look at what is there: nothing asked behind it is answered before. */
    Uni<Void> lockAll();

    /** How many versions are published. */
    Uni<Long> published();

    /** Fingerprint of what is drafted. */
    String sha256(Entry entry);
}
