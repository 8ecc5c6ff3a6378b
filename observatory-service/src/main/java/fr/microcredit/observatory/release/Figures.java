package fr.microcredit.observatory.release;

import java.time.LocalDate;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.observatory.release.domain.YearFigures;

/** Figures counted from the facts. */
public interface Figures {
    Uni<YearFigures> of(int year);

    /** The day of the first request that is known. */
    Uni<Optional<LocalDate>> begin();
}
