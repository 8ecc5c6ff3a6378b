package fr.microcredit.guarantee.subsidy.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.guarantee.subsidy.domain.Subsidy.Accrual;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Agreement;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.EarlyEnd;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Status;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent.DeclineReason;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent.ReleaseReason;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent.ReversalReason;
import fr.microcredit.kit.money.Money;

/** How a subsidy is reserved in an envelope, committed, accrued and settled (domain.md A.7). */
public final class SubsidyRules {
    private SubsidyRules() {
    }

    /** @param available of the envelope of the year, locked */
    public static SubsidyEvent reserve(SubsidyAsking asking, Money available) {
        Money amount = asking.amount().orElseThrow();
        int year = asking.on().getYear();
        return available.isAtLeast(amount)
                ? new SubsidyEvent.Reserved(asking.round(), year, amount,
                        asking.on().plusDays(asking.reservationDays()))
                : new SubsidyEvent.Declined(asking.round(), year, amount, List.of(DeclineReason.ENVELOPE_EXCEEDED));
    }

    /**
     * A commitment stands on the year of its disbursement; where that year's envelope does not hold it, it stays on the
     * one that had reserved it, for it is owed.
     *
     * @param availableThatYear of the envelope of the year of disbursement, locked
     */
    public static SubsidyEvent commit(Subsidy reserved, Money availableThatYear, LocalDate on) {
        boolean moves = availableThatYear.isAtLeast(reserved.amount());
        return new SubsidyEvent.Committed(moves ? on.getYear() : reserved.year(), reserved.amount());
    }

    /** A reservation that is not used: the bank has decided again, or it has run out. */
    public static SubsidyEvent giveBack(Subsidy reserved, ReleaseReason why) {
        return new SubsidyEvent.Released(reserved.round(), reserved.year(), reserved.amount(), why);
    }

    /**
     * The borrower has withdrawn, so that the credit never was: what is reserved or committed goes back, and so does what has
     * accrued on instalments fallen due before that was told. The bank has its interest of the days from the borrower.
     */
    public static List<SubsidyEvent> withdrawn(Subsidy subsidy) {
        Money accrued = subsidy.accrual().amount();
        Money held = switch (subsidy.state()) {
            case RESERVED, COMMITTED -> subsidy.amount();
            case SETTLED -> accrued;
            case RELEASED, EXPIRED, DECLINED -> Money.ZERO;
        };
        if (!held.isPositive() && !subsidy.isReserved()) {
            return List.of();
        }
        List<SubsidyEvent> events = new ArrayList<>();
        if (accrued.isPositive()) {
            events.add(new SubsidyEvent.Reversed(subsidy.round(), subsidy.year(), accrued, ReversalReason.WITHDRAWN));
        }
        events.add(new SubsidyEvent.Released(subsidy.round(), subsidy.year(), held, ReleaseReason.WITHDRAWN));
        return events;
    }

    /** The parts of the instalments due until the day; paid or not, they are due to the bank. */
    public static List<SubsidyEvent> accrue(Subsidy subsidy, LocalDate day) {
        return subsidy.state() == Status.COMMITTED && subsidy.agreement().isPresent()
                ? parts(subsidy, subsidy.agreement().get().dueUntil(day))
                : List.of();
    }

    private static List<SubsidyEvent> parts(Subsidy committed, int due) {
        return due > committed.accrual().throughInstalment()
                ? List.of(accrued(committed, new Accrual(due,
                        within(committed, committed.agreement().orElseThrow().parts(due)))))
                : List.of();
    }

    private static SubsidyEvent accrued(Subsidy committed, Accrual next) {
        return new SubsidyEvent.Accrued(committed.year(), next.throughInstalment(),
                next.amount().minus(committed.accrual().amount()), next.amount());
    }

    /** What has accrued stays, and never is there more than the whole: a rounded last part may be below zero. */
    private static Money within(Subsidy committed, Money due) {
        Money whole = committed.amount();
        Money capped = due.isAtLeast(whole) ? whole : due;
        return capped.isAtLeast(committed.accrual().amount()) ? capped : committed.accrual().amount();
    }

    /** The end of the loan: what is due to date accrues, the rest goes back. No bank reports an instalment before its day. */
    public static List<SubsidyEvent> settle(Subsidy subsidy, LocalDate on) {
        if (subsidy.state() != Status.COMMITTED) {
            return List.of();
        }
        Agreement agreement = subsidy.agreement().orElseThrow();
        int through = Math.max(subsidy.accrual().throughInstalment(), agreement.dueUntil(on));
        List<SubsidyEvent> events = new ArrayList<>(parts(subsidy, through));
        Accrual accrual = new Accrual(through, within(subsidy, agreement.parts(through)));
        Money toDate = dueToDate(subsidy, agreement, accrual);
        if (!toDate.equals(accrual.amount())) {
            events.add(new SubsidyEvent.Accrued(subsidy.year(), through, toDate.minus(accrual.amount()), toDate));
        }
        Money left = subsidy.amount().minus(toDate);
        if (left.isPositive()) {
            events.add(new SubsidyEvent.Released(subsidy.round(), subsidy.year(), left, ReleaseReason.EARLY_END));
        }
        return events;
    }

    /** On the two schedules, the bank's interest so far minus the borrower's: more than has accrued, for its own balance. */
    private static Money dueToDate(Subsidy subsidy, Agreement agreement, Accrual accrual) {
        if (agreement.earlyEnd() == EarlyEnd.ACCRUED_ONLY) {
            return accrual.amount();
        }
        Money interest = within(subsidy, agreement.interestToDate(accrual.throughInstalment()));
        return interest.isAtLeast(accrual.amount()) ? interest : accrual.amount();
    }
}
