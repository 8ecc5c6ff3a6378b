package fr.microcredit.guarantee.subsidy.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.subsidy.Subsidies;
import fr.microcredit.guarantee.subsidy.domain.LoanFigures;
import fr.microcredit.guarantee.subsidy.domain.Subsidy;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Subsidies in PostgreSQL; the day on which the next part accrues is a column, so that the day-end finds it by index. */
@ApplicationScoped
class SubsidyTable implements Subsidies {
    private static final LocalDate NEVER = LocalDate.EPOCH;
    private static final String COLUMNS = """
                                          select dossier_id, office_id, bank_id, person_id, round, status, year, principal_cents, months,
                                                 cast(bank_rate as text), cast(borrower_rate as text), early_end, amount_cents,
                                                 cast(first_due_on as text), accrued_through, accrued_cents, cast(expires_on as text) from subsidy""";
    private static final String ONE = COLUMNS + " where dossier_id = :dossier";
    private static final String PUT = """
                                      insert into subsidy (dossier_id, office_id, bank_id, person_id, round, status, year, principal_cents, months,
                                                           bank_rate, borrower_rate, early_end, amount_cents, first_due_on, accrued_through,
                                                           accrued_cents, expires_on, next_due_on)
                                      values (:dossier, :office, :bank, :person, :round, :status, :year, :principal, :months, :bankRate, :borrowerRate,
                                              :earlyEnd, :amount, nullif(:firstDue, date '1970-01-01'), :through, :accrued, :expires,
                                              nullif(:nextDue, date '1970-01-01'))
                                      on conflict (dossier_id) do update set bank_id = excluded.bank_id, round = excluded.round,
                                        status = excluded.status, year = excluded.year, principal_cents = excluded.principal_cents,
                                        months = excluded.months, bank_rate = excluded.bank_rate, borrower_rate = excluded.borrower_rate,
                                        early_end = excluded.early_end, amount_cents = excluded.amount_cents,
                                        first_due_on = excluded.first_due_on, accrued_through = excluded.accrued_through,
                                        accrued_cents = excluded.accrued_cents, expires_on = excluded.expires_on,
                                        next_due_on = excluded.next_due_on""";
    private static final String NEXT_WORK = """
                                            select cast(least((select min(greatest(next_due_on, :from)) from subsidy where next_due_on <= :to),
                                                              (select min(greatest(expires_on, :from)) from subsidy
                                                               where status = 'RESERVED' and expires_on <= :to)) as text)""";

    @Override
    public Uni<Optional<Subsidy>> locked(UUID dossierId) {
        return Sql.of(ONE + " for update").with("dossier", dossierId).first(SubsidyTable::subsidy);
    }

    @Override
    public Uni<Subsidy> find(UUID dossierId) {
        return Sql.of(ONE).with("dossier", dossierId).first(SubsidyTable::subsidy)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)));
    }

    @Override
    public Uni<Void> put(Subsidy s) {
        return Sql.of(PUT).with("dossier", s.dossierId()).with("office", s.officeId()).with("bank", s.bankId())
                .with("person", s.personId()).with("round", s.round()).with("status", s.status().name())
                .with("year", s.year()).with("principal", s.figures().principal().cents())
                .with("months", s.figures().months()).with("bankRate", s.figures().bankRate().percent())
                .with("borrowerRate", s.figures().borrowerRate().percent()).with("earlyEnd", s.earlyEnd().name())
                .with("amount", s.amount().cents()).with("firstDue", s.firstDueOn().orElse(NEVER))
                .with("through", s.accruedThrough()).with("accrued", s.accrued().cents())
                .with("expires", s.expiresOn()).with("nextDue", s.nextDueOn().orElse(NEVER)).update().replaceWithVoid();
    }

    @Override
    public Uni<Optional<LocalDate>> nextWork(LocalDate from, LocalDate to) {
        return Sql.of(NEXT_WORK).with("from", from).with("to", to)
                .first(row -> row.isNull(0) ? null : LocalDate.parse(row.text(0)));
    }

    @Override
    public Uni<List<Subsidy>> lockedDue(LocalDate day) {
        return Sql.of(COLUMNS + " where next_due_on <= :day order by dossier_id for update").with("day", day)
                .list(SubsidyTable::subsidy);
    }

    @Override
    public Uni<List<Subsidy>> lockedExpired(LocalDate day) {
        return Sql.of(COLUMNS + " where status = 'RESERVED' and expires_on <= :day order by dossier_id for update")
                .with("day", day).list(SubsidyTable::subsidy);
    }

    private static Subsidy subsidy(Row row) {
        LoanFigures figures = new LoanFigures(Money.ofCents(row.number(7)), row.integer(8), Rate.ofPercent(row.text(9)),
                Rate.ofPercent(row.text(10)));
        return new Subsidy(row.uuid(0), row.text(1), row.text(2), row.uuid(3), row.integer(4),
                Subsidy.Status.valueOf(row.text(5)), row.integer(6), figures, Subsidy.EarlyEnd.valueOf(row.text(11)),
                Money.ofCents(row.number(12)), Optional.ofNullable(row.text(13)).map(LocalDate::parse), row.integer(14),
                Money.ofCents(row.number(15)), LocalDate.parse(row.text(16)));
    }
}
