package fr.microcredit.commission.session.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.Sessions;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Sessions and decisions in PostgreSQL. */
@ApplicationScoped
class SessionTable implements Sessions {
    private static final String OF_OFFICE = "from SessionRow where id = :id and officeId = :office";
    private static final String ADD_RULING = """
                                             insert into ruling (session_id, dossier_id, office_id, revision, kind, reasons, decided_by)
                                             values (:session, :dossier, :office, :revision, :kind, :reasons, :by)""";
    private static final String RULINGS = """
                                          select session_id, dossier_id, office_id, revision, kind, reasons from ruling where session_id = :session""";
    private static final String SEPARATOR = ",";

    @Override
    public Uni<Void> add(Session session) {
        return Panache.getSession().chain(db -> db.persist(SessionRow.of(session)));
    }

    @Override
    public Uni<Session> locked(String officeId, UUID id) {
        return one(officeId, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Session> find(String officeId, UUID id) {
        return one(officeId, id, LockModeType.NONE);
    }

    private static Uni<Session> one(String officeId, UUID id, LockModeType lock) {
        return Panache.getSession()
                .chain(db -> db.createSelectionQuery(OF_OFFICE, SessionRow.class).setParameter("id", id)
                        .setParameter("office", officeId).setLockMode(lock).getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw new ProblemException(Problems.NOT_FOUND);
                    }
                    return row.toSession();
                });
    }

    @Override
    public Uni<Session> save(Session session) {
        return Panache.getSession()
                .chain(db -> db.createSelectionQuery("from SessionRow where id = :id", SessionRow.class)
                        .setParameter("id", session.id()).getSingleResult().invoke(row -> row.take(session))
                        .call(db::flush))
                .map(SessionRow::toSession);
    }

    @Override
    public Uni<List<Session>> list(String officeId, int limit) {
        return Panache.getSession()
                .chain(db -> db
                        .createSelectionQuery("from SessionRow where officeId = :office order by heldOn desc, id",
                                SessionRow.class)
                        .setParameter("office", officeId).setMaxResults(limit).getResultList())
                .map(rows -> rows.stream().map(SessionRow::toSession).toList());
    }

    @Override
    public Uni<Void> addRuling(Taken taken, String decidedBy) {
        return Sql.of(ADD_RULING).with("session", taken.session()).with("dossier", taken.dossierId())
                .with("office", taken.officeId()).with("revision", taken.revision())
                .with("kind", taken.ruling().kind().name())
                .with("reasons", String.join(SEPARATOR, taken.ruling().reasons())).with("by", decidedBy).update()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Taken>> ruling(UUID session, UUID dossierId) {
        return Sql.of(RULINGS + " and dossier_id = :dossier").with("session", session).with("dossier", dossierId)
                .first(SessionTable::taken);
    }

    @Override
    public Uni<List<Taken>> rulings(UUID session) {
        return Sql.of(RULINGS + " order by decided_at").with("session", session).list(SessionTable::taken);
    }

    private static Taken taken(Row row) {
        List<String> reasons = row.text(5).isEmpty() ? List.of() : List.of(row.text(5).split(SEPARATOR));
        return new Taken(row.uuid(0), row.uuid(1), row.text(2), row.integer(3),
                new Ruling(Ruling.Kind.valueOf(row.text(4)), reasons));
    }
}
