package fr.microcredit.intake.dossier.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.Dossiers;
import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.intake.dossier.domain.Stage;
import fr.microcredit.kit.http.Cursor;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;

/** Dossiers and applicants in PostgreSQL. */
@ApplicationScoped
class DossierTable implements Dossiers {
    private static final String ONE = "from DossierRow where id = :id";
    private static final String OF_OFFICE = "from DossierRow where id = :id and officeId = :office";
    private static final String PAGE = """
                                       from DossierRow where officeId = :office and (:anyStage = true or stage = :stage)
                                       and (:fromStart = true or openedOn < :on or openedOn = :on and id < :id)
                                       order by openedOn desc, id desc""";

    @Override
    public Uni<Void> add(Dossier dossier, Applicant applicant) {
        return Panache.getSession().chain(session -> session.persistAll(DossierRow.of(dossier),
                ApplicantRow.of(dossier.id(), dossier.officeId(), applicant)));
    }

    @Override
    public Uni<Dossier> locked(String officeId, UUID id) {
        return query(OF_OFFICE, id, query -> query.setParameter("office", officeId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)).map(DossierTable::present);
    }

    @Override
    public Uni<Optional<Dossier>> lockedIfKnown(UUID id) {
        return query(ONE, id, query -> query.setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Uni<Dossier> find(String officeId, UUID id) {
        return query(OF_OFFICE, id, query -> query.setParameter("office", officeId)).map(DossierTable::present);
    }

    private static Uni<Optional<Dossier>> query(String text, UUID id,
            java.util.function.UnaryOperator<Mutiny.SelectionQuery<DossierRow>> more) {
        return Panache.getSession()
                .chain(session -> more
                        .apply(session.createSelectionQuery(text, DossierRow.class).setParameter("id", id))
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(DossierRow::toDossier));
    }

    private static Dossier present(Optional<Dossier> found) {
        return found.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    @Override
    public Uni<Applicant> applicantOf(UUID dossierId) {
        return applicantRow(dossierId).map(ApplicantRow::toApplicant);
    }

    private static Uni<ApplicantRow> applicantRow(UUID dossierId) {
        return Panache.getSession().chain(session -> session
                .createSelectionQuery("from ApplicantRow where dossierId = :id", ApplicantRow.class)
                .setParameter("id", dossierId).getSingleResultOrNull()).map(row -> {
                    if (row == null) {
                        throw new ProblemException(Problems.NOT_FOUND);
                    }
                    return row;
                });
    }

    /** The row is in the session, locked by the query before; the flush counts its version up. */
    @Override
    public Uni<Dossier> save(Dossier dossier) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(ONE, DossierRow.class).setParameter("id", dossier.id())
                        .getSingleResult().invoke(row -> row.take(dossier)).call(session::flush))
                .map(DossierRow::toDossier);
    }

    @Override
    public Uni<Void> saveApplicant(UUID dossierId, Applicant applicant) {
        return applicantRow(dossierId).invoke(row -> row.take(applicant)).replaceWithVoid();
    }

    @Override
    public Uni<List<Dossier>> list(Filter filter) {
        Cursor before = filter.before().orElse(Cursor.START);
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(PAGE, DossierRow.class)
                        .setParameter("office", filter.officeId()).setParameter("anyStage", filter.stage().isEmpty())
                        .setParameter("stage", filter.stage().orElse(Stage.DRAFT))
                        .setParameter("fromStart", filter.before().isEmpty()).setParameter("on", before.on())
                        .setParameter("id", before.id()).setMaxResults(filter.limit()).getResultList())
                .map(rows -> rows.stream().map(DossierRow::toDossier).toList());
    }
}
