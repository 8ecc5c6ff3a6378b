package fr.microcredit.bank.file.persistence;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.Identities;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.sql.Sql;

/** Identities in PostgreSQL. */
@ApplicationScoped
class IdentityTable implements Identities {
    private static final String PUT = """
                                      insert into identity (dossier_id, bank_id, document) values (:dossier, :bank, :document)
                                      on conflict (dossier_id, bank_id) do update set document = excluded.document""";

    @Override
    public Uni<Void> put(UUID dossierId, String bankId, Verbatim identity) {
        return Sql.of(PUT).with("dossier", dossierId).with("bank", bankId).with("document", identity.json()).update()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> erase(UUID dossierId) {
        return Sql.of("delete from identity where dossier_id = :dossier").with("dossier", dossierId).update()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Verbatim>> find(UUID dossierId, String bankId) {
        return Sql.of("select document from identity where dossier_id = :dossier and bank_id = :bank")
                .with("dossier", dossierId).with("bank", bankId).first(row -> new Verbatim(row.text("document")));
    }
}
