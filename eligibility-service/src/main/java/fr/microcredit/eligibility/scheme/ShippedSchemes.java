package fr.microcredit.eligibility.scheme;

import java.util.List;

/** Where the scheme files of this release are read from. */
public interface ShippedSchemes {
    /** Documents in order: each file as its texts leave it, then as the demonstration convention closes it. */
    List<String> documents();
}
