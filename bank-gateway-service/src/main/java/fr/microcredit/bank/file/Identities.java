package fr.microcredit.bank.file;

import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.Verbatim;

/** Who the applicants are; one for each file, disclosed under consent to this bank, in rows of their own to be erased. */
public interface Identities {
    Uni<Void> put(UUID dossierId, String bankId, Verbatim identity);

    Uni<Void> erase(UUID dossierId);

    Uni<Optional<Verbatim>> find(UUID dossierId, String bankId);
}
