package fr.microcredit.eligibility.scheme;

import io.smallrye.mutiny.Uni;

/** Remembers which versions were published, for a published version never changes. */
public interface PublishedVersions {
    /** @return false when this version was published before */
    Uni<Boolean> add(String schemeId, String version);
}
