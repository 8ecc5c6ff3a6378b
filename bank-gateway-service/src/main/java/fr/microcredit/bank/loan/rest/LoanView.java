package fr.microcredit.bank.loan.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.loan.domain.LateReport;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanInstalment;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * A loan with its amortisation table; amounts in cents.
 *
 * @param reportUntil last day on which it is in time that nothing is reported of the next instalment; left out where the bank's
 *                    convention does not say it
 * @param lateReports what was reported later than the bank's convention has it
 */
public record LoanView(UUID dossierId, Money principal, Rate rate, LocalDate disbursedOn, Money outstanding,
        boolean repaid, Optional<Money> rebateOrdered, Optional<LocalDate> rebateCreditedOn,
        Optional<LocalDate> reportUntil,
        List<LateReport> lateReports, List<Line> schedule) {

    /**
     * One instalment at the borrower's rate.
     *
     * @param outstanding principal after it
     */
    public record Line(int number, LocalDate dueOn, Money payment, Money interest, Money principal, Money outstanding,
            LoanInstalment.Standing status, Optional<LocalDate> paidOn, Optional<LoanInstalment.Payer> payer) {
        static Line of(Loan loan, LoanInstalment each) {
            return new Line(each.number(), each.dueOn(), each.line().payment(), each.line().interest(),
                    each.line().principal(), loan.outstandingAfter(each.number()), each.standing(),
                    each.payment().map(LoanInstalment.Payment::on),
                    each.payment().map(LoanInstalment.Payment::payer));
        }
    }

    static LoanView of(Loan loan) {
        return new LoanView(loan.dossierId(), loan.principal(), loan.rate(), loan.disbursedOn(), loan.outstanding(),
                loan.isRepaid(), loan.rebate().map(Loan.Rebate::amount),
                loan.rebate().flatMap(Loan.Rebate::creditedOn), loan.reportUntil(), loan.lateReports(),
                loan.instalments().stream().map(each -> Line.of(loan, each)).toList());
    }
}
