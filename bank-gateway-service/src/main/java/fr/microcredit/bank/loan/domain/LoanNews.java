package fr.microcredit.bank.loan.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.money.Money;

/** What a report has changed, as others are told of it: how the loan stood before, and how it stands after. */
record LoanNews(LoanState before, LoanState after, Report report) {

    /** What was paid, instalment by instalment, and the end if it is one. */
    List<LoanEvent> ofPayment() {
        List<LoanEvent> events = new ArrayList<>();
        List<LoanInstalment> completed = completed();
        if (!isOneWhole(completed)) {
            events.add(new LoanEvent.PaymentReceived(report.line(), report.payer().orElse(Payer.BORROWER),
                    report.amount(), principal(), interest(), overpaid(), after.outstanding()));
        }
        completed.forEach(each -> events.add(paid(each)));
        events.addAll(end());
        return events;
    }

    private LoanEvent paid(LoanInstalment each) {
        InstalmentTable.Line line = each.line();
        return new LoanEvent.InstalmentPaid(line.number(), line.dueOn(), each.payment().orElseThrow().payer(),
                line.payment(), line.principal(), line.interest(), after.outstanding(), Optional.empty());
    }

    private List<LoanInstalment> completed() {
        Set<Integer> known = before.instalments().stream().filter(LoanInstalment::isPaid).map(LoanInstalment::number)
                .collect(Collectors.toSet());
        return after.instalments().stream().filter(each -> each.isPaid() && !known.contains(each.number())).toList();
    }

    private boolean isOneWhole(List<LoanInstalment> completed) {
        return completed.size() == 1 && completed.get(0).portions().size() == 1
                && completed.get(0).line().payment().equals(report.amount());
    }

    private Money principal() {
        return before.outstanding().minus(after.outstanding());
    }

    private Money interest() {
        return report.amount().minus(principal()).minus(overpaid());
    }

    private Money overpaid() {
        return after.money().overpaid().minus(before.money().overpaid());
    }

    /** Nothing is owed any more, where that is new. */
    List<LoanEvent> end() {
        return after.phase() == Phase.REPAID && before.phase() != Phase.REPAID
                ? List.of(new LoanEvent.RepaidInFull(after.instalmentsPaid(), after.interestPaidByBorrower(),
                        after.missed().size(), after.unpaidInstalments(), after.longestDelayDays()))
                : List.of();
    }

    List<LoanEvent> ofPrepayment() {
        List<LoanEvent> events = new ArrayList<>();
        Prepayment mode = after.phase() == Phase.REPAID ? Prepayment.FULL : report.details().mode().orElseThrow();
        events.add(new LoanEvent.Prepaid(report.line(), report.amount(), principal(), interest(), mode,
                after.outstanding(), after.table()));
        events.addAll(end());
        return events;
    }

    /** @param wrong what counts no more; where it had made a table there is another one now */
    List<LoanEvent> ofCorrection(Report wrong) {
        List<LoanEvent> events = new ArrayList<>();
        events.add(new LoanEvent.Corrected(report.line(), wrong.line(), after.outstanding(), after.instalmentsPaid(),
                after.missed().size(), after.interestPaidByBorrower()));
        if (wrong.makesATable()) {
            events.add(new LoanEvent.Rescheduled(after.outstanding(), after.table()));
        }
        events.addAll(end());
        return events;
    }
}
