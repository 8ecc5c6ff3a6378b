package fr.microcredit.eligibility.parameter;

import java.util.List;

import fr.microcredit.eligibility.parameter.domain.DatedValue;

/** Where the values this release ships are read from. */
public interface ParameterFiles {
    /** In the order of the file, not yet numbered. */
    List<DatedValue> shipped();
}
