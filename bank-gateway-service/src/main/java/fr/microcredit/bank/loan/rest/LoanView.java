package fr.microcredit.bank.loan.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.loan.domain.Claim;
import fr.microcredit.bank.loan.domain.Heard;
import fr.microcredit.bank.loan.domain.LateReport;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanActs;
import fr.microcredit.bank.loan.domain.LoanInstalment;
import fr.microcredit.bank.loan.domain.LoanState;
import fr.microcredit.bank.loan.domain.Report;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Store;

/**
 * A loan with its amortisation table; amounts in cents.
 *
 * @param overpaid    owed back to who paid
 * @param debt        owed at once, after acceleration: principal and interest
 * @param reportUntil last day on which it is in time that nothing is reported of the next instalment; left out where the bank's
 *                    convention does not say it
 * @param lateReports what was reported later than the bank's convention has it
 * @param journal     every report, with its line
 * @param heard       what office and support commission have told: a deferral asked for, aid promised, payments stopped
 */
public record LoanView(UUID dossierId, LoanState.Phase status, Money principal, Rate rate, LocalDate disbursedOn,
        Money outstanding, Money overpaid, LoanState.Debt debt, boolean repaid, int tableVersion,
        Optional<Money> rebateOrdered,
        Optional<LocalDate> rebateCreditedOn, Optional<LocalDate> reportUntil, List<LateReport> lateReports,
        List<Line> schedule, List<Entry> journal, List<Claim> claims, Heard heard) {

    /**
     * One instalment at the borrower's rate.
     *
     * @param outstanding principal after it
     * @param left        still to be paid of it
     */
    public record Line(int number, LocalDate dueOn, Money payment, Money interest, Money principal, Money outstanding,
            Money left, LoanInstalment.Standing status, Optional<LocalDate> paidOn,
            Optional<LoanInstalment.Payer> payer) {
        static Line of(LoanState state, LoanInstalment each) {
            return new Line(each.number(), each.dueOn(), each.line().payment(), each.line().interest(),
                    each.line().principal(), state.outstandingAfter(each.number()), each.left(), each.standing(),
                    each.payment().map(LoanInstalment.Payment::on),
                    each.payment().map(LoanInstalment.Payment::payer));
        }
    }

    /**
     * What was reported.
     *
     * @param number of the instalment missed, of months put off or spread over, of the line corrected
     */
    public record Entry(int line, LocalDate on, Report.Kind kind, Money amount, Optional<LoanInstalment.Payer> payer,
            Optional<Integer> number) {
        static Entry of(Report report) {
            return new Entry(report.line(), report.on(), report.kind(), report.amount(), report.payer(),
                    report.number());
        }
    }

    /** How a report is answered, and what can be reported instead where it is refused. */
    static Answer<Loan> changed(Store<Loan> loans) {
        return Answer.<Loan>of((actor, key) -> loans.find(key), LoanView::of)
                .offering(loan -> LoanActs.of(loan).stream().map(Codes::of).toList());
    }

    static LoanView of(Loan loan) {
        LoanState state = loan.state();
        return new LoanView(loan.dossierId(), state.phase(), loan.agreement().principal(), loan.agreement().rate(),
                loan.agreement().disbursedOn(), state.outstanding(), state.money().overpaid(), state.debt(),
                state.phase() == LoanState.Phase.REPAID, state.tableVersion(), loan.rebate().map(Loan.Rebate::amount),
                loan.rebate().flatMap(Loan.Rebate::creditedOn), loan.reportUntil(), loan.lateReports(),
                state.instalments().stream().map(each -> Line.of(state, each)).toList(),
                loan.reports().stream().map(Entry::of).toList(), loan.claims(), loan.heard());
    }
}
