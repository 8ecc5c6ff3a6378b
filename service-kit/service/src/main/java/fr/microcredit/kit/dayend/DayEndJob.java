package fr.microcredit.kit.dayend;

import java.time.LocalDate;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Work that belongs to the end of a business day, such as accruing what fell due or letting a reservation expire. */
public interface DayEndJob {
    /** Stable name, in kebab case; with the day it identifies a run. */
    String name();

    /** The first day from {@code from} to {@code to}, both included, whose end has work; empty when none has. */
    Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to);

    /**
     * Does the work of the end of {@code day} in the running transaction, which sees every tenant's rows.
     *
     * @return how many things it did
     */
    Uni<Integer> run(LocalDate day);
}
