package fr.microcredit.eligibility.directory;

import java.util.List;

import fr.microcredit.eligibility.directory.domain.Entry;

/** Where the directory of this release is read from. */
public interface ShippedEntries {
    /** Banks before the conventions that name them. */
    List<Entry> entries();
}
