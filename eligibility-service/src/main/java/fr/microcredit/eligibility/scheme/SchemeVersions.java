package fr.microcredit.eligibility.scheme;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Where versions of schemes are kept. */
public interface SchemeVersions {
    /** Adds a draft, or writes an unpublished one of that name anew. */
    Uni<Void> putDraft(SchemeVersion draft);

    /** Publishes a draft; the caller has looked that it is one. */
    Uni<Void> publish(SchemeVersion published);

    /** Drafts and published versions in the order in which they came. */
    Uni<List<SchemeVersion>> all();

    /** By scheme and version, {@code dijon/dijon-2}. */
    Uni<Optional<SchemeVersion>> find(String key);

    /** One version, locked until the transaction ends. */
    Uni<Optional<SchemeVersion>> locked(String schemeId, String version);

    /** Lets one publication after the other look at what is there: nothing asked behind it is answered before. */
    Uni<Void> lockAll();

    /** How many versions are published. */
    Uni<Long> published();
}
