package fr.microcredit.bank;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.bank.file.domain.FileEvent;
import fr.microcredit.bank.loan.domain.LoanEvent;
import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.event.PublishedEvents;

/** Every event of this service, one line each. Decision, disbursement and repayment share a topic: their order matters. */
@ApplicationScoped
class BankEventTable implements PublishedEvents {
    @Override
    public void list(EventTable table) {
        table.completeFor(FileEvent.class, LoanEvent.class).topic("bank")
                .on(FileEvent.Decided.class, "decided")
                .on(FileEvent.Proposed.class, "proposed")
                .on(FileEvent.Finalised.class, "finalised")
                .on(FileEvent.Contracted.class, "contracted")
                .on(FileEvent.Agreed.class, "agreed")
                .on(FileEvent.AgreementLapsed.class, "agreement-lapsed")
                .on(FileEvent.Disbursed.class, "disbursed")
                .on(FileEvent.Withdrawn.class, "withdrawn")
                .on(FileEvent.WithdrawalDeclined.class, "withdrawal-declined")
                .on(LoanEvent.InstalmentPaid.class, "instalment-paid")
                .on(LoanEvent.InstalmentMissed.class, "instalment-missed")
                .on(LoanEvent.RepaidInFull.class, "repaid-in-full")
                .on(LoanEvent.RebateCredited.class, "rebate-credited")
                .on(LoanEvent.PaymentReceived.class, "payment-received")
                .on(LoanEvent.Prepaid.class, "prepaid")
                .on(LoanEvent.Deferred.class, "deferred")
                .on(LoanEvent.Rescheduled.class, "rescheduled")
                .on(LoanEvent.Accelerated.class, "accelerated")
                .on(LoanEvent.ClaimFiled.class, "claim-filed")
                .on(LoanEvent.ClaimWithdrawn.class, "claim-withdrawn")
                .on(LoanEvent.RecoveryReceived.class, "recovery-received")
                .on(LoanEvent.WrittenOff.class, "written-off")
                .on(LoanEvent.Corrected.class, "corrected")
                .on(LoanEvent.OverpaymentReturned.class, "overpayment-returned");
    }
}
