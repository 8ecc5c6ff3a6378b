package fr.microcredit.eligibility.parameter;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.parameter.domain.DatedValue;

/** Where national values are kept; rows are only added. */
public interface ParameterValues {
    /** @return false when a value for this name, start and day of knowledge is there already */
    Uni<Boolean> add(DatedValue value, String addedBy, String confirmedBy);

    /** In the order in which they were recorded. */
    Uni<List<DatedValue>> all();

    /** Number of the newest value, 0 for none. */
    Uni<Long> revision();
}
