package fr.microcredit.bank.loan.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.Loans;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanInstalment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.kit.loan.Instalment;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Loans and their instalments in PostgreSQL. */
@ApplicationScoped
class LoanTable implements Loans {
    private static final LocalDate NEVER = LocalDate.EPOCH;
    private static final String ADD = """
                                      insert into loan (dossier_id, bank_id, office_id, person_id, principal_cents, rate, disbursed_on)
                                      values (:dossier, :bank, :office, :person, :principal, :rate, :on)""";
    private static final String ADD_INSTALMENT = """
                                                 insert into instalment (dossier_id, bank_id, number, due_on, payment_cents, interest_cents, principal_cents,
                                                                         outstanding_cents)
                                                 values (:dossier, :bank, :number, :due, :payment, :interest, :principal, :outstanding)""";
    private static final String LOAN = """
                                       select office_id, person_id, principal_cents, cast(rate as text), cast(disbursed_on as text),
                                              rebate_ordered_cents, cast(rebate_credited_on as text)
                                       from loan where dossier_id = :dossier and bank_id = :bank""";
    private static final String INSTALMENTS = """
                                              select number, cast(due_on as text), payment_cents, interest_cents, principal_cents, outstanding_cents,
                                                     cast(paid_on as text), payer, cast(missed_on as text)
                                              from instalment where dossier_id = :dossier and bank_id = :bank order by number""";
    private static final String SAVE_INSTALMENT = """
                                                  update instalment set paid_on = nullif(:paid, date '1970-01-01'), payer = nullif(:payer, ''),
                                                         missed_on = nullif(:missed, date '1970-01-01')
                                                  where dossier_id = :dossier and bank_id = :bank and number = :number""";
    private static final String SAVE_REBATE = """
                                              update loan set rebate_ordered_cents = :ordered, rebate_credited_on = nullif(:credited, date '1970-01-01')
                                              where dossier_id = :dossier and bank_id = :bank""";

    @Override
    public Uni<Void> add(Loan loan) {
        return Sql.of(ADD).with("dossier", loan.dossierId()).with("bank", loan.bankId()).with("office", loan.officeId())
                .with("person", loan.personId()).with("principal", loan.principal().cents())
                .with("rate", loan.rate().percent()).with("on", loan.disbursedOn()).update()
                .chain(() -> Multi.createFrom().iterable(loan.instalments()).onItem()
                        .transformToUniAndConcatenate(each -> addInstalment(loan, each)).collect().asList())
                .replaceWithVoid();
    }

    private static Uni<Integer> addInstalment(Loan loan, LoanInstalment each) {
        return Sql.of(ADD_INSTALMENT).with("dossier", loan.dossierId()).with("bank", loan.bankId())
                .with("number", each.number()).with("due", each.dueOn())
                .with("payment", each.figures().payment().cents()).with("interest", each.figures().interest().cents())
                .with("principal", each.figures().principal().cents())
                .with("outstanding", each.figures().outstanding().cents()).update();
    }

    @Override
    public Uni<Loan> locked(String bankId, UUID dossierId) {
        return read(bankId, dossierId, LOAN + " for update").map(LoanTable::present);
    }

    @Override
    public Uni<Optional<Loan>> lockedIfKnown(String bankId, UUID dossierId) {
        return read(bankId, dossierId, LOAN + " for update");
    }

    @Override
    public Uni<Loan> find(String bankId, UUID dossierId) {
        return read(bankId, dossierId, LOAN).map(LoanTable::present);
    }

    private static Loan present(Optional<Loan> found) {
        return found.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    private static Uni<Optional<Loan>> read(String bankId, UUID dossierId, String statement) {
        return Sql.of(statement).with("dossier", dossierId).with("bank", bankId).first(row -> row)
                .chain(head -> head.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : Sql.of(INSTALMENTS).with("dossier", dossierId).with("bank", bankId)
                                .list(LoanTable::instalment)
                                .map(instalments -> Optional.of(loan(bankId, dossierId, head.get(), instalments))));
    }

    private static Loan loan(String bankId, UUID dossierId, Row row, List<LoanInstalment> instalments) {
        return new Loan(dossierId, row.text(0), bankId, row.uuid(1), Money.ofCents(row.number(2)),
                Rate.ofPercent(row.text(3)), LocalDate.parse(row.text(4)), instalments,
                row.isNull(5) ? Optional.empty() : Optional.of(Money.ofCents(row.number(5))), day(row, 6));
    }

    private static LoanInstalment instalment(Row row) {
        Instalment figures = new Instalment(row.integer(0), Money.ofCents(row.number(2)), Money.ofCents(row.number(3)),
                Money.ofCents(row.number(4)), Money.ofCents(row.number(5)));
        return new LoanInstalment(figures, LocalDate.parse(row.text(1)),
                day(row, 6).map(on -> new Payment(on, Payer.valueOf(row.text(7)))), day(row, 8));
    }

    private static Optional<LocalDate> day(Row row, int position) {
        return Optional.ofNullable(row.text(position)).map(LocalDate::parse);
    }

    @Override
    public Uni<Void> save(Loan before, Loan after) {
        return Multi.createFrom().iterable(after.instalments()).select()
                .where(each -> !before.instalments().get(each.number() - 1).equals(each)).onItem()
                .transformToUniAndConcatenate(changed -> saveInstalment(after, changed)).collect().asList()
                .chain(() -> after.rebateOrdered().isEmpty() ? Uni.createFrom().voidItem() : saveRebate(after));
    }

    private static Uni<Integer> saveInstalment(Loan loan, LoanInstalment changed) {
        return Sql.of(SAVE_INSTALMENT).with("dossier", loan.dossierId()).with("bank", loan.bankId())
                .with("number", changed.number()).with("paid", changed.payment().map(Payment::on).orElse(NEVER))
                .with("payer", changed.payment().map(by -> by.payer().name()).orElse(""))
                .with("missed", changed.missedOn().orElse(NEVER)).update();
    }

    private static Uni<Void> saveRebate(Loan loan) {
        return Sql.of(SAVE_REBATE).with("dossier", loan.dossierId()).with("bank", loan.bankId())
                .with("ordered", loan.rebateOrdered().orElseThrow().cents())
                .with("credited", loan.rebateCredited().orElse(NEVER)).update().replaceWithVoid();
    }
}
