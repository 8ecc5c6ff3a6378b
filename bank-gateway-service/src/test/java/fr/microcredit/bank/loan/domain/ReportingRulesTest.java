package fr.microcredit.bank.loan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;

/** A convention that has pay-outs and payments reported within 5 days and missed instalments within 10; the first is due on 2009-03-05. */
class ReportingRulesTest {
    private static final ReportingDays DAYS = new ReportingDays(Optional.of(5), Optional.of(5), Optional.of(10));
    private static final LocalDate DISBURSED = LocalDate.of(2009, 2, 20);

    @ParameterizedTest(name = "paid on {0}, reported on {1}: {2}")
    @CsvSource({"2009-03-05, 2009-03-05, 0", "2009-03-05, 2009-03-10, 0", "2009-03-05, 2009-03-11, 1",
            "2009-03-25, 2009-03-30, 0", "2009-03-25, 2009-04-30, 31"})
    void aPaymentIsReportedWithinDaysOfItself(LocalDate paidOn, LocalDate reportedOn, int late) {
        Decision.Accepted<Loan, LoanEvent> paid = reported(pay(loan(DAYS), paidOn), paidOn, reportedOn);
        assertEquals(late == 0 ? Optional.empty() : Optional.of(late),
                ((LoanEvent.InstalmentPaid) paid.events().get(0)).daysLate());
        assertEquals(late == 0
                ? List.of()
                : List.of(new LateReport(ReportingDays.Report.INSTALMENT, Optional.of(1), paidOn, reportedOn, late)),
                paid.state().lateReports());
    }

    /** From the due date, whatever day the report itself names. */
    @ParameterizedTest(name = "missed, told on {0} as of {1}: {2}")
    @CsvSource({"2009-03-15, 2009-03-05, 0", "2009-03-16, 2009-03-05, 1", "2009-03-16, 2009-03-16, 1"})
    void whatIsMissedIsReportedWithinDaysOfItsDueDate(LocalDate reportedOn, LocalDate on, int late) {
        Decision.Accepted<Loan, LoanEvent> missed = reported(LoanRules.miss(loan(DAYS), 1, on), on, reportedOn);
        assertEquals(late == 0 ? Optional.empty() : Optional.of(late),
                ((LoanEvent.InstalmentMissed) missed.events().get(0)).daysLate());
        assertEquals(late == 0 ? 0 : 1, missed.state().lateReports().size());
    }

    @ParameterizedTest(name = "paid out on 2009-02-20, reported on {0}: {1}")
    @CsvSource({"2009-02-25, 0", "2009-02-26, 1"})
    void aPayOutIsReportedWithinDaysOfItself(LocalDate reportedOn, int late) {
        assertEquals(late == 0 ? Optional.empty() : Optional.of(late),
                LateReport.ofDisbursement(DAYS, DISBURSED, reportedOn).map(LateReport::daysLate));
    }

    @Test
    void whereTheConventionSaysNothingNothingIsLate() {
        LocalDate due = LocalDate.of(2009, 3, 5);
        Decision.Accepted<Loan, LoanEvent> paid = reported(pay(loan(ReportingDays.NONE), due), due, due.plusYears(9));
        assertEquals(List.of(), paid.state().lateReports());
        assertEquals(Optional.empty(), loan(ReportingDays.NONE).reportUntil());
    }

    @Test
    void theSameReportAgainIsLateNoSecondTimeAndARefusalStaysOne() {
        LocalDate due = LocalDate.of(2009, 3, 5);
        Loan late = reported(pay(loan(DAYS), due), due, due.plusDays(30)).state();
        assertEquals(late, reported(pay(late, due), due, due.plusDays(40)).state());
        assertFalse(ReportingRules.marked(LoanRules.miss(late, 1, due), due, due.plusDays(40)).holds());
    }

    /** Paid or missed, so both have to be stated, and the longer one counts. */
    @ParameterizedTest(name = "paid within {0}, missed within {1}: {2}")
    @CsvSource({"5, 10, 2009-03-15", "15, 10, 2009-03-20", ", 10, ", "5, , "})
    void silenceIsInTimeUntilEitherReportWouldBeLate(Integer paid, Integer missed, LocalDate until) {
        ReportingDays days = new ReportingDays(Optional.empty(), Optional.ofNullable(paid),
                Optional.ofNullable(missed));
        assertEquals(Optional.ofNullable(until), loan(days).reportUntil());
    }

    @Test
    void whatIsReportedIsAwaitedNoMore() {
        LocalDate due = LocalDate.of(2009, 3, 5);
        Optional<LocalDate> second = Optional.of(LocalDate.of(2009, 4, 15));
        assertEquals(second, reported(pay(loan(DAYS), due), due, due).state().reportUntil());
        assertEquals(second, reported(LoanRules.miss(loan(DAYS), 1, due), due, due).state().reportUntil());
        assertEquals(Optional.empty(), loan(DAYS).withdrawn(due).reportUntil());
    }

    private static Loan loan(ReportingDays days) {
        return Lent.subsidised(About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-dijon").at("cm-dijon"), "1800", 24,
                "1", DISBURSED, LocalDate.of(2009, 3, 5))
                .under(days, Optional.empty());
    }

    private static Decision<Loan, LoanEvent> pay(Loan loan, LocalDate on) {
        return LoanRules.pay(loan, 1, loan.state().instalment(1).orElseThrow().line().payment(),
                new Payment(on, Payer.BORROWER));
    }

    private static Decision.Accepted<Loan, LoanEvent> reported(Decision<Loan, LoanEvent> decision, LocalDate on,
            LocalDate reportedOn) {
        return ReportingRules.marked(decision, on, reportedOn).orThrow(RefusedException::new);
    }
}
