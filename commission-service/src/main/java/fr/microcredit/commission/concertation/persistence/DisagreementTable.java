package fr.microcredit.commission.concertation.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.Disagreements;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Disagreements in PostgreSQL, one for each dossier: a newer round takes the older one's place. */
@ApplicationScoped
class DisagreementTable implements Disagreements {
    private static final String COLUMNS = """
                                          select dossier_id, office_id, bank_id, person_id, round, status, revision from disagreement""";
    private static final String PUT = """
                                      insert into disagreement (dossier_id, office_id, bank_id, person_id, round, status, revision)
                                      values (:dossier, :office, :bank, :person, :round, :status, :revision)
                                      on conflict (dossier_id) do update set bank_id = excluded.bank_id, person_id = excluded.person_id,
                                        round = excluded.round, status = excluded.status, revision = excluded.revision""";

    @Override
    public Uni<Optional<Disagreement>> locked(UUID dossierId) {
        return Sql.of(COLUMNS + " where dossier_id = :dossier for update").with("dossier", dossierId)
                .first(DisagreementTable::disagreement);
    }

    @Override
    public Uni<Void> put(Disagreement d) {
        return Sql.of(PUT).with("dossier", d.dossierId()).with("office", d.officeId()).with("bank", d.bankId())
                .with("person", d.personId()).with("round", d.round()).with("status", d.status().name())
                .with("revision", d.revision()).update().replaceWithVoid();
    }

    @Override
    public Uni<List<Disagreement>> open(String officeId) {
        return Sql.of(COLUMNS + " where office_id = :office and status <> 'SETTLED' order by dossier_id")
                .with("office", officeId).list(DisagreementTable::disagreement);
    }

    private static Disagreement disagreement(Row row) {
        return new Disagreement(row.uuid(0), row.text(1), row.text(2), row.uuid(3), row.integer(4),
                Disagreement.Status.valueOf(row.text(5)), row.integer(6));
    }
}
