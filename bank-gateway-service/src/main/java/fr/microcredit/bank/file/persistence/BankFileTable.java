package fr.microcredit.bank.file.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.BankFiles;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.http.Cursor;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Sql;

/** Files and identities in PostgreSQL. */
@ApplicationScoped
class BankFileTable implements BankFiles {
    private static final String ONE = "from BankFileRow where dossierId = :dossier and bankId = :bank";
    private static final String PAGE = """
                                       from BankFileRow where bankId = :bank and (:anyStatus = true or status = :status)
                                       and (:fromStart = true or transmittedOn < :on or transmittedOn = :on and dossierId < :dossier)
                                       order by transmittedOn desc, dossierId desc""";
    private static final String PUT_IDENTITY = """
                                               insert into identity (dossier_id, bank_id, document) values (:dossier, :bank, :document)
                                               on conflict (dossier_id, bank_id) do update set document = excluded.document""";

    @Override
    public Uni<Void> add(BankFile file) {
        return Panache.getSession().chain(session -> session.persist(BankFileRow.of(file)));
    }

    @Override
    public Uni<BankFile> locked(String bankId, UUID dossierId) {
        return one(bankId, dossierId, LockModeType.PESSIMISTIC_WRITE).map(BankFileTable::present);
    }

    @Override
    public Uni<Optional<BankFile>> lockedIfKnown(String bankId, UUID dossierId) {
        return one(bankId, dossierId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<BankFile> find(String bankId, UUID dossierId) {
        return one(bankId, dossierId, LockModeType.NONE).map(BankFileTable::present);
    }

    private static Uni<Optional<BankFile>> one(String bankId, UUID dossierId, LockModeType lock) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(ONE, BankFileRow.class)
                        .setParameter("dossier", dossierId)
                        .setParameter("bank", bankId).setLockMode(lock).getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(BankFileRow::toFile));
    }

    private static BankFile present(Optional<BankFile> found) {
        return found.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    @Override
    public Uni<BankFile> save(BankFile file) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(ONE, BankFileRow.class)
                        .setParameter("dossier", file.dossierId()).setParameter("bank", file.bankId()).getSingleResult()
                        .invoke(row -> row.take(file)).call(session::flush))
                .map(BankFileRow::toFile);
    }

    @Override
    public Uni<List<BankFile>> list(Filter filter) {
        Cursor before = filter.before().orElse(Cursor.START);
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(PAGE, BankFileRow.class)
                        .setParameter("bank", filter.bankId()).setParameter("anyStatus", filter.status().isEmpty())
                        .setParameter("status", filter.status().orElse(BankFile.Status.RECEIVED))
                        .setParameter("fromStart", filter.before().isEmpty()).setParameter("on", before.on())
                        .setParameter("dossier", before.id()).setMaxResults(filter.limit()).getResultList())
                .map(rows -> rows.stream().map(BankFileRow::toFile).toList());
    }

    @Override
    public Uni<Void> putIdentity(UUID dossierId, String bankId, String document) {
        return Sql.of(PUT_IDENTITY).with("dossier", dossierId).with("bank", bankId).with("document", document).update()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> eraseIdentity(UUID dossierId) {
        return Sql.of("delete from identity where dossier_id = :dossier").with("dossier", dossierId).update()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<String>> identity(String bankId, UUID dossierId) {
        return Sql.of("select document from identity where dossier_id = :dossier and bank_id = :bank")
                .with("dossier", dossierId).with("bank", bankId).first(row -> row.text(0));
    }
}
