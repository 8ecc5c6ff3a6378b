package fr.microcredit.bank.file;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.tenancy.Actor;

/** What a bank sees of the files that were sent to it. */
@ApplicationScoped
public class ReadFiles {
    private final BankFiles files;

    ReadFiles(BankFiles files) {
        this.files = files;
    }

    /** @param identity as JSON; empty while it is on its way or after it was erased */
    public record Whole(BankFile file, Optional<String> identity) {
    }

    public Uni<List<BankFile>> list(BankFiles.Filter filter) {
        return files.list(filter);
    }

    /** Fails with {@code not-found} for a file of another bank. */
    public Uni<Whole> one(Actor actor, UUID dossierId) {
        return files.find(actor.tenantId(), dossierId).chain(
                file -> files.identity(actor.tenantId(), dossierId).map(identity -> new Whole(file, identity)));
    }
}
