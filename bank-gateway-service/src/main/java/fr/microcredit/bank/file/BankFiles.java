package fr.microcredit.bank.file;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.http.Cursor;

/** Where files are kept; every method sees the running bank's rows only. */
public interface BankFiles {
    Uni<Void> add(BankFile file);

    /** Locked until the transaction ends; fails with {@code not-found}. */
    Uni<BankFile> locked(String bankId, UUID dossierId);

    Uni<Optional<BankFile>> lockedIfKnown(String bankId, UUID dossierId);

    /** Fails with {@code not-found}. */
    Uni<BankFile> find(String bankId, UUID dossierId);

    Uni<BankFile> save(BankFile file);

    /** Newest first. */
    Uni<List<BankFile>> list(Filter filter);

    /**
     * @param status or empty for all
     * @param before where the part before this one ended, or empty for the first
     */
    record Filter(String bankId, Optional<BankFile.Status> status, Optional<Cursor> before, int limit) {
    }

    /** Who the applicant is, as JSON; there is one for each file, disclosed under consent to this bank. */
    Uni<Void> putIdentity(UUID dossierId, String bankId, String document);

    Uni<Void> eraseIdentity(UUID dossierId);

    Uni<Optional<String>> identity(String bankId, UUID dossierId);
}
