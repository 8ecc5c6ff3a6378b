package fr.microcredit.bank.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.NextStep;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where the banks' files are kept. */
public interface Files extends Store<BankFile> {
    /** Those that fit, the newest transmission first. */
    Uni<List<Kept<BankFile>>> search(Search search);

    /** The first day, of these, with whose end a bank's silence to its borrower counts. */
    Uni<Optional<LocalDate>> nextSilence(LocalDate from, LocalDate to);

    /** Locked: those whose bank has not told its borrower by the end of that day, and was not noted for it. */
    Uni<List<Kept<BankFile>>> silent(LocalDate day);

    /**
     * Which of a bank's files.
     *
     * @param filter       whose, of which status, and which part of the list
     * @param waitingFor   what comes next, or empty for all
     * @param changedSince moment at which or after which they were last written, or empty for all
     * @param reportLateOn day on which a report on their loan is late, or empty for all
     */
    record Search(Filter filter, Optional<NextStep> waitingFor, Optional<Instant> changedSince,
            Optional<LocalDate> reportLateOn) {
    }
}
