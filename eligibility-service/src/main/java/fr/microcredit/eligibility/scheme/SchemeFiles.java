package fr.microcredit.eligibility.scheme;

import java.util.List;

import fr.microcredit.eligibility.scheme.domain.Parameters;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** Where scheme and parameter files are read from. */
public interface SchemeFiles {
    List<Scheme> schemes();

    Parameters parameters();
}
