package fr.microcredit.bank.loan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanState.Missed;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.testing.Seeded;

/**
 * Whatever becomes of a loan, the engine and a model that was written apart from it agree on how it stands. An ordinary run
 * tries 3,000 lives; {@code -Dlives=50000} as many as that, in three minutes. The smallest histories of what that has found are
 * in {@link LoanFaultsTest}.
 */
class LoanLivesTest {
    private static final int LIVES = Integer.getInteger("lives", 3_000);
    /** A journal that no rule looks at is written much faster. */
    private static final int JOURNALS = 5 * LIVES;

    /** How a loan stands, in cents, as both say it. */
    record Stands(Phase phase, long outstanding, long overpaid, long prepaid, long capitalised, long debtPrincipal,
            long debtInterest, long interestPaid, int paid, List<Missed> missed, List<Line> lines) {
    }

    record Line(int number, LocalDate dueOn, long principal, long interest, long left,
            Optional<Payment> payment) {
        @Override
        public String toString() {
            return "\n  " + number + " " + dueOn + " " + principal + "+" + interest + " left " + left + " "
                    + payment.map(by -> by.on() + " " + by.payer()).orElse("");
        }
    }

    static Stands of(LoanState state) {
        return new Stands(state.phase(), state.outstanding().cents(), state.money().overpaid().cents(),
                state.money().prepaid().cents(), state.money().capitalised().cents(),
                state.debt().principal().cents(), state.debt().interest().cents(),
                state.interestPaidByBorrower().cents(), state.instalmentsPaid(), state.missed(),
                state.instalments().stream().map(each -> new Line(each.number(), each.dueOn(),
                        each.line().principal().cents(), each.line().interest().cents(), each.left().cents(),
                        each.payment())).toList());
    }

    static Stands of(LoanModel model) {
        return new Stands(model.phase, model.outstanding(), model.overpaid, model.prepaid, model.capitalised,
                model.debtPrincipal, model.debtInterest, model.interestPaidByBorrower(),
                (int) model.table.rows.stream().filter(ModelTable.Row::isPaid).count(), List.copyOf(model.missed),
                model.table.rows.stream().map(row -> new Line(row.number, row.dueOn, row.principal, row.interest,
                        row.left(), row.isPaid()
                                ? Optional.of(new Payment(row.touchedOn, row.touchedBy))
                                : Optional.empty()))
                        .toList());
    }

    @Test
    void engineAndModelAgreeOnEveryLife() {
        Seeded.cases(LIVES, random -> {
            Loan loan = RandomLife.of(random);
            agree(loan, LocalDate.MAX);
            agree(loan, someDay(loan, random));
            assertFalse(loan.state().money().overpaid().isNegative(), () -> "below zero:" + Journals.print(loan));
            anyOrderIsTheSame(loan, random);
        });
    }

    /** What no rule would accept, in any order: the engine takes it, and does with it what is said. */
    @Test
    void engineAndModelAgreeOnEveryJournal() {
        Seeded.cases(JOURNALS, random -> {
            Loan loan = Journals.wild(random);
            agree(loan, LocalDate.MAX);
            agree(loan, someDay(loan, random));
        });
    }

    private static LocalDate someDay(Loan loan, Random random) {
        LocalDate first = loan.agreement().disbursedOn();
        return loan.reports().isEmpty()
                ? first
                : loan.reports().get(random.nextInt(loan.reports().size())).on().plusDays(random.nextInt(3) - 1);
    }

    private static void agree(Loan loan, LocalDate day) {
        if (differs(loan, day)) {
            Loan small = smallest(loan, day);
            String history = loan.agreement().principal() + " at " + loan.agreement().rate() + " over "
                    + loan.agreement().table().lines().size() + " from " + loan.agreement().disbursedOn() + " first "
                    + loan.agreement().table().lines().get(0).dueOn() + " " + loan.agreement().clauses() + " on " + day
                    + Journals.print(small) + "\nof" + Journals.print(loan);
            assertEquals(of(LoanModel.on(day, small.agreement(), small.reports())).toString(),
                    of(small.stateOn(day)).toString(), history);
        }
        LoanModel model = LoanModel.on(day, loan.agreement(), loan.reports());
        LoanState state = loan.stateOn(day);
        if (state.phase() != Phase.WITHDRAWN) {
            long paid = state.instalments().stream()
                    .mapToLong(each -> each.line().principal().minus(each.principalLeft()).cents()).sum();
            assertEquals(loan.agreement().principal().plus(state.money().capitalised()).cents(),
                    paid + state.money().prepaid().plus(state.outstanding()).cents() + model.principalRecovered
                            + model.principalWrittenOff,
                    () -> "principal is conserved:" + Journals.print(loan));
        }
        assertTrue(balances(state).stream().noneMatch(Money::isNegative),
                () -> "below zero:" + Journals.print(loan) + state);
    }

    private static List<Money> balances(LoanState state) {
        List<Money> all = new ArrayList<>(
                List.of(state.outstanding(), state.debt().principal(), state.debt().interest()));
        state.instalments().forEach(each -> all.addAll(List.of(each.line().principal(), each.line().interest(),
                each.principalLeft(), each.interestLeft())));
        return all;
    }

    /** The standing lines in another order, some of them twice and taken back once. */
    private static void anyOrderIsTheSame(Loan loan, Random random) {
        List<Report> lines = new ArrayList<>(loan.standing());
        Collections.shuffle(lines, random);
        Loan shuffled = Journals.of(loan.agreement(), lines);
        assertEquals(loan.state().withTable(0), shuffled.state().withTable(0),
                () -> "in another order:" + Journals.print(shuffled) + "\nof" + Journals.print(loan));
        Loan other = shuffled;
        for (Report line : lines) {
            if (random.nextInt(3) == 0) {
                other = other.with(line);
                other = other.with(Report.correction(line.on(), other.reports().size()));
            }
        }
        assertEquals(loan.state().withTable(0), other.state().withTable(0), "what was taken back counts no more");
    }

    static boolean differs(Loan loan, LocalDate day) {
        try {
            return !of(loan.stateOn(day)).equals(of(LoanModel.on(day, loan.agreement(), loan.reports())));
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Without each line without which they differ all the same. */
    static Loan smallest(Loan loan, LocalDate day) {
        List<Report> lines = new ArrayList<>(loan.standing());
        for (int i = 0; i < lines.size();) {
            List<Report> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            if (differs(Journals.of(loan.agreement(), fewer), day)) {
                lines = fewer;
                i = 0;
            } else {
                i++;
            }
        }
        Loan small = Journals.of(loan.agreement(), lines);
        return differs(small, day) ? small : loan;
    }
}
