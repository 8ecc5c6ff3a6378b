package fr.microcredit.intake.accompaniment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where accompaniments are kept. */
public interface Accompaniments extends Store<Accompaniment> {
    /** The first day from {@code from} to {@code to} on which an approval ends that no bank wanted. */
    Uni<Optional<LocalDate>> nextLapse(LocalDate from, LocalDate to);

    /** Those refused by their bank whose approval ends on the day or before, locked after their dossiers. */
    Uni<List<Kept<Accompaniment>>> lapsing(LocalDate day);
}
