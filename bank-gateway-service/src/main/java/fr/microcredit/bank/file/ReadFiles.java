package fr.microcredit.bank.file;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** What a bank sees of the files that were sent to it. */
@ApplicationScoped
public class ReadFiles {
    private final Store<BankFile> files;
    private final Identities identities;

    ReadFiles(Store<BankFile> files, Identities identities) {
        this.files = files;
        this.identities = identities;
    }

    /** @param identity empty while it is on its way or after it was erased */
    public record Whole(BankFile file, Optional<Verbatim> identity) {
    }

    public Uni<Optional<Kept<Whole>>> one(String key) {
        return Beside.of(files.find(key), identities.find(BankFile.dossierOf(key), BankFile.bankOf(key)),
                (found, identity) -> found.map(kept -> kept.with(new Whole(kept.state(), identity))));
    }
}
