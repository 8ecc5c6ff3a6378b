package fr.microcredit.guarantee.fund.persistence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.Guarantees;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.fund.domain.Request.Share;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Guarantees and exposures in PostgreSQL. */
@ApplicationScoped
class GuaranteeTable implements Guarantees {
    private static final String COLUMNS = """
                                          select dossier_id, office_id, bank_id, person_id, round, status, principal_cents, outstanding_cents, shares,
                                                 cast(expires_on as text) from guarantee""";
    private static final String ONE = COLUMNS + " where dossier_id = :dossier";
    private static final String PUT = """
                                      insert into guarantee (dossier_id, office_id, bank_id, person_id, round, status, principal_cents,
                                                             outstanding_cents, shares, expires_on)
                                      values (:dossier, :office, :bank, :person, :round, :status, :principal, :outstanding, :shares, :expires)
                                      on conflict (dossier_id) do update set bank_id = excluded.bank_id, round = excluded.round,
                                        status = excluded.status, principal_cents = excluded.principal_cents,
                                        outstanding_cents = excluded.outstanding_cents, shares = excluded.shares, expires_on = excluded.expires_on""";
    private static final String OPEN_EXPOSURE = """
                                                insert into person_exposure (person_id) values (:person) on conflict do nothing""";
    private static final String EXPOSURE = """
                                           select exposure_cents from person_exposure where person_id = :person for update""";
    private static final String CHANGE_EXPOSURE = """
                                                  update person_exposure set exposure_cents = exposure_cents + :by where person_id = :person""";
    private static final String NEXT_EXPIRY = """
                                              select cast(min(greatest(expires_on, :from)) as text) from guarantee
                                              where status = 'RESERVED' and expires_on <= :to""";

    @Override
    public Uni<Optional<Guarantee>> locked(UUID dossierId) {
        return Sql.of(ONE + " for update").with("dossier", dossierId).first(GuaranteeTable::guarantee);
    }

    @Override
    public Uni<Guarantee> find(UUID dossierId) {
        return Sql.of(ONE).with("dossier", dossierId).first(GuaranteeTable::guarantee)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)));
    }

    @Override
    public Uni<Void> put(Guarantee g) {
        return Sql.of(PUT).with("dossier", g.dossierId()).with("office", g.officeId()).with("bank", g.bankId())
                .with("person", g.personId()).with("round", g.round()).with("status", g.status().name())
                .with("principal", g.principal().cents()).with("outstanding", g.outstanding().cents())
                .with("shares", written(g.shares())).with("expires", g.expiresOn()).update().replaceWithVoid();
    }

    /** As {@code fcs=0.50,region=0.25}. */
    private static String written(List<Share> shares) {
        return String.join(",",
                shares.stream().map(each -> each.guarantor() + "=" + each.fraction().toPlainString()).toList());
    }

    private static List<Share> shares(String written) {
        return Stream.of(written.split(",")).filter(each -> !each.isEmpty()).map(each -> each.split("="))
                .map(each -> new Share(each[0], new BigDecimal(each[1]))).toList();
    }

    @Override
    public Uni<Money> lockedExposure(UUID personId) {
        return Sql.of(OPEN_EXPOSURE).with("person", personId).update()
                .chain(() -> Sql.of(EXPOSURE).with("person", personId).first(row -> Money.ofCents(row.number(0))))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Void> changeExposure(UUID personId, Money by) {
        return by.equals(Money.ZERO)
                ? Uni.createFrom().voidItem()
                : Sql.of(CHANGE_EXPOSURE).with("person", personId).with("by", by.cents()).update().replaceWithVoid();
    }

    @Override
    public Uni<Optional<LocalDate>> nextExpiry(LocalDate from, LocalDate to) {
        return Sql.of(NEXT_EXPIRY).with("from", from).with("to", to)
                .first(row -> row.isNull(0) ? null : LocalDate.parse(row.text(0)));
    }

    @Override
    public Uni<List<Guarantee>> lockedExpired(LocalDate day) {
        return Sql.of(COLUMNS + " where status = 'RESERVED' and expires_on <= :day order by dossier_id for update")
                .with("day", day).list(GuaranteeTable::guarantee);
    }

    private static Guarantee guarantee(Row row) {
        return new Guarantee(row.uuid(0), row.text(1), row.text(2), row.uuid(3), row.integer(4),
                Guarantee.Status.valueOf(row.text(5)), Money.ofCents(row.number(6)), Money.ofCents(row.number(7)),
                shares(row.text(8)), LocalDate.parse(row.text(9)));
    }
}
