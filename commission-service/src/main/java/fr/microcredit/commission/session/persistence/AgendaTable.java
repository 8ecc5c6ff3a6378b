package fr.microcredit.commission.session.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.AgendaItems;
import fr.microcredit.commission.session.domain.AgendaItem;
import fr.microcredit.commission.session.domain.AgendaItem.Status;
import fr.microcredit.commission.session.domain.AgendaItem.Verdict;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Requests in PostgreSQL. */
@ApplicationScoped
class AgendaTable implements AgendaItems {
    private static final String LOCKED = " for update";
    private static final LocalDate NEVER = LocalDate.EPOCH;
    private static final UUID NO_SESSION = new UUID(0, 0);
    private static final String COLUMNS = """
                                          select dossier_id, office_id, person_id, revision, verdict, cast(assessed_on as text), commission_required, purpose, amount_cents, months,
                                                 status, session_id from agenda_item""";
    private static final String PUT = """
                                      insert into agenda_item (dossier_id, office_id, person_id, revision, verdict, assessed_on, commission_required, purpose,
                                                               amount_cents, months, status, session_id)
                                      values (:dossier, :office, :person, :revision, :verdict, :assessed, :required, :purpose, :amount, :months, :status,
                                              nullif(:session, cast('00000000-0000-0000-0000-000000000000' as uuid)))
                                      on conflict (dossier_id) do update set person_id = excluded.person_id, revision = excluded.revision,
                                        verdict = excluded.verdict, assessed_on = excluded.assessed_on, commission_required = excluded.commission_required,
                                        purpose = excluded.purpose, amount_cents = excluded.amount_cents, months = excluded.months,
                                        status = excluded.status, session_id = excluded.session_id""";

    @Override
    public Uni<Optional<AgendaItem>> locked(UUID dossierId) {
        return Sql.of(COLUMNS + " where dossier_id = :dossier for update").with("dossier", dossierId)
                .first(AgendaTable::item);
    }

    @Override
    public Uni<Void> put(AgendaItem item) {
        return Sql.of(PUT).with("dossier", item.dossierId()).with("office", item.officeId())
                .with("person", item.personId()).with("revision", item.revision())
                .with("verdict", item.verdict().name()).with("assessed", item.assessedOn())
                .with("required", item.commissionRequired()).with("purpose", item.purpose())
                .with("amount", item.amount().cents()).with("months", item.months())
                .with("status", item.status().name())
                .with("session", item.session().orElse(NO_SESSION)).update().replaceWithVoid();
    }

    @Override
    public Uni<List<AgendaItem>> waiting(String officeId) {
        return waiting(officeId, "");
    }

    @Override
    public Uni<List<AgendaItem>> lockedWaiting(String officeId) {
        return waiting(officeId, LOCKED);
    }

    private static Uni<List<AgendaItem>> waiting(String officeId, String suffix) {
        return Sql.of(COLUMNS + " where office_id = :office and status = 'WAITING' order by arrived_at, dossier_id"
                + suffix).with("office", officeId).list(AgendaTable::item);
    }

    @Override
    public Uni<List<AgendaItem>> ofSession(UUID session) {
        return ofSession(session, "");
    }

    @Override
    public Uni<List<AgendaItem>> lockedOfSession(UUID session) {
        return ofSession(session, LOCKED);
    }

    private static Uni<List<AgendaItem>> ofSession(UUID session, String suffix) {
        return Sql.of(COLUMNS + " where session_id = :session order by arrived_at, dossier_id" + suffix)
                .with("session", session).list(AgendaTable::item);
    }

    @Override
    public Uni<Void> putGone(UUID dossierId, String officeId, UUID personId) {
        return put(new AgendaItem(dossierId, officeId, personId, 0, Verdict.INELIGIBLE, NEVER, false, "", Money.ZERO, 0,
                Status.GONE,
                Optional.empty()));
    }

    private static AgendaItem item(Row row) {
        return new AgendaItem(row.uuid(0), row.text(1), row.uuid(2), row.integer(3), Verdict.valueOf(row.text(4)),
                LocalDate.parse(row.text(5)), row.flag(6), row.text(7), Money.ofCents(row.number(8)), row.integer(9),
                Status.valueOf(row.text(10)), row.isNull(11) ? Optional.empty() : Optional.of(row.uuid(11)));
    }
}
