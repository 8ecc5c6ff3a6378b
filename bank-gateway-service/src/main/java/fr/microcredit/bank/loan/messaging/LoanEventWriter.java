package fr.microcredit.bank.loan.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.LoanPublisher;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanEvent;
import fr.microcredit.bank.loan.domain.LoanInstalment;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.outbox.Outbox;

/** Publishes what happens to loans. */
@ApplicationScoped
class LoanEventWriter implements LoanPublisher {
    private static final String PREFIX = "fr.microcredit.bank.";

    private final Outbox outbox;

    LoanEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    record Paid(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int number,
            LocalDate dueOn, String payer, long amountCents, long principalCents, long interestCents,
            long outstandingCents) {
    }

    record Missed(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int number,
            LocalDate dueOn, long amountCents, long outstandingCents) {
    }

    record Repaid(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn,
            int instalmentsPaid, long interestPaidByBorrowerCents, int missedInstalments, int unpaidInstalments,
            long longestDelayDays) {
    }

    record Credited(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn,
            long amountCents) {
    }

    @Override
    public Uni<Void> publish(List<LoanEvent> events) {
        return outbox.append(events.stream().map(LoanEventWriter::outgoing).toList());
    }

    private static OutgoingEvent outgoing(LoanEvent event) {
        Loan l = event.loan();
        if (event instanceof LoanEvent.InstalmentPaid paid) {
            return of("instalment-paid", l, paid(l, paid.instalment(), event.on()));
        }
        if (event instanceof LoanEvent.InstalmentMissed missed) {
            LoanInstalment i = missed.instalment();
            return of("instalment-missed", l,
                    new Missed(l.dossierId(), l.officeId(), l.bankId(), l.personId(), event.on(),
                            i.number(), i.dueOn(), i.figures().payment().cents(), l.outstanding().cents()));
        }
        if (event instanceof LoanEvent.RepaidInFull) {
            return of("repaid-in-full", l,
                    new Repaid(l.dossierId(), l.officeId(), l.bankId(), l.personId(), event.on(),
                            l.instalmentsPaid(), l.interestPaidByBorrower().cents(), l.missedInstalments(),
                            l.unpaidInstalments(),
                            l.longestDelayDays()));
        }
        return of("rebate-credited", l, new Credited(l.dossierId(), l.officeId(), l.bankId(), l.personId(), event.on(),
                l.rebateOrdered().orElseThrow().cents()));
    }

    private static Paid paid(Loan l, LoanInstalment i, LocalDate on) {
        String payer = i.payment().orElseThrow().payer().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Paid(l.dossierId(), l.officeId(), l.bankId(), l.personId(), on, i.number(), i.dueOn(), payer,
                i.figures().payment().cents(), i.figures().principal().cents(), i.figures().interest().cents(),
                i.figures().outstanding().cents());
    }

    private static OutgoingEvent of(String name, Loan loan, Object data) {
        return new OutgoingEvent(PREFIX + name, loan.dossierId().toString(), data);
    }
}
