package fr.microcredit.observatory.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.observatory.release.domain.Release;

/** What was made public. */
public interface Releases {
    /** A year that is there already stays as it is. */
    Uni<Void> add(Release release, LocalDate on);

    /** In the order of their years. */
    Uni<List<Release>> all();

    Uni<Optional<Integer>> lastYear();
}
