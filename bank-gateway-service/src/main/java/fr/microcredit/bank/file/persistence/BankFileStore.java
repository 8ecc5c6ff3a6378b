package fr.microcredit.bank.file.persistence;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Files in PostgreSQL. */
@ApplicationScoped
class BankFileStore extends DocumentStore<BankFile, BankFileStore.BankFileRow> {
    BankFileStore() {
        super(BankFileRow.class, BankFileRow::new);
    }

    @Override
    protected Optional<String> keyOf(About about) {
        return about.bankId().map(bank -> BankFile.keyOf(about.dossierId(), bank));
    }

    @Entity
    @Table(name = "bank_file")
    static class BankFileRow extends DocumentRow<BankFile> {
    }
}
