package fr.microcredit.guarantee.subsidy.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.ledger.domain.EnvelopeAccounts;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.EarlyEnd;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Status;
import fr.microcredit.kit.money.Money;

/** How a subsidy is reserved in an envelope, committed, accrued and settled (domain.md A.7). */
public final class Envelope {
    private static final String EARLY_END = "early-end";

    private Envelope() {
    }

    /** @param available of the envelope of the year, locked */
    public static SubsidyChange reserve(SubsidyRequest request, Money available) {
        Money amount = request.figures().total();
        boolean fits = available.isAtLeast(amount);
        Subsidy subsidy = new Subsidy(request.dossierId(), request.officeId(), request.bankId(), request.personId(),
                request.round(), fits ? Status.RESERVED : Status.DECLINED, request.on().getYear(), request.figures(),
                request.earlyEnd(), amount, Optional.empty(), 0, Money.ZERO,
                request.on().plusDays(request.reservationDays()));
        if (!fits) {
            return new SubsidyChange(subsidy, Optional.empty(),
                    List.of(new SubsidyEvent.Declined(subsidy, List.of("envelope-exceeded"), request.on())));
        }
        EnvelopeAccounts accounts = accounts(subsidy);
        return new SubsidyChange(subsidy,
                new Transfers().move(accounts.available(), accounts.reserved(), amount).entry("subsidy-reserved",
                        subsidy.dossierId(), request.on()),
                List.of(new SubsidyEvent.Reserved(subsidy, request.on())));
    }

    /**
     * A commitment stands on the year of its disbursement; where that year's envelope does not hold it, it stays on the
     * one that had reserved it, for it is owed.
     *
     * @param availableThatYear of the envelope of the year of disbursement, locked
     */
    public static SubsidyChange commit(Subsidy reserved, Money availableThatYear, LocalDate firstDueOn, LocalDate on) {
        boolean moves = on.getYear() != reserved.year() && availableThatYear.isAtLeast(reserved.amount());
        Subsidy committed = reserved.committed(moves ? on.getYear() : reserved.year(), firstDueOn);
        EnvelopeAccounts from = accounts(reserved);
        EnvelopeAccounts to = accounts(committed);
        Transfers transfers = new Transfers();
        if (moves) {
            transfers.move(from.reserved(), from.available(), reserved.amount()).move(to.available(), to.committed(),
                    reserved.amount());
        } else {
            transfers.move(from.reserved(), from.committed(), reserved.amount());
        }
        return new SubsidyChange(committed, transfers.entry("subsidy-committed", reserved.dossierId(), on),
                List.of(new SubsidyEvent.Committed(committed, on)));
    }

    /** The parts of the instalments due until the day; paid or not, they are due to the bank. */
    public static Optional<SubsidyChange> accrue(Subsidy committed, LocalDate day) {
        return accrue(committed, committed.dueUntil(day), day);
    }

    private static Optional<SubsidyChange> accrue(Subsidy committed, int due, LocalDate day) {
        if (due <= committed.accruedThrough()) {
            return Optional.empty();
        }
        Money amount = committed.figures().parts(committed.accruedThrough() + 1, due);
        Subsidy accrued = committed.accrued(due, committed.accrued().plus(amount));
        return Optional.of(accrued(accrued, amount, "subsidy-accrued", day));
    }

    private static SubsidyChange accrued(Subsidy after, Money amount, String cause, LocalDate on) {
        EnvelopeAccounts accounts = accounts(after);
        return new SubsidyChange(after,
                new Transfers().move(accounts.committed(), accounts.accrued(), amount).entry(cause, after.dossierId(),
                        on),
                List.of(new SubsidyEvent.Accrued(after, amount, on)));
    }

    /**
     * The end of the loan: what is due to date accrues, the rest goes back.
     *
     * @param paid instalments paid as scheduled; one paid before its day bore its whole interest, and so is due too
     */
    public static List<SubsidyChange> settle(Subsidy committed, int paid, LocalDate on) {
        List<SubsidyChange> changes = new ArrayList<>();
        accrue(committed, Math.max(paid, committed.dueUntil(on)), on).ifPresent(changes::add);
        Subsidy current = changes.isEmpty() ? committed : changes.get(0).subsidy();
        Money due = dueToDate(current);
        if (due.isAtLeast(current.accrued()) && !due.equals(current.accrued())) {
            SubsidyChange more = accrued(current.accrued(current.accruedThrough(), due),
                    due.minus(current.accrued()), "subsidy-settled", on);
            changes.add(more);
            current = more.subsidy();
        }
        changes.add(release(current, Status.SETTLED, on, EARLY_END));
        return changes;
    }

    /** On the two schedules, the bank's interest so far minus the borrower's: more than has accrued, for its own balance. */
    private static Money dueToDate(Subsidy subsidy) {
        return subsidy.earlyEnd() == EarlyEnd.ACCRUED_ONLY
                ? subsidy.accrued()
                : subsidy.figures().interestToDate(subsidy.accruedThrough());
    }

    private static SubsidyChange release(Subsidy committed, Status status, LocalDate on, String why) {
        Money left = committed.remaining();
        Subsidy ended = committed.at(status);
        EnvelopeAccounts accounts = accounts(committed);
        return new SubsidyChange(ended,
                new Transfers().move(accounts.committed(), accounts.available(), left).entry("subsidy-released",
                        committed.dossierId(), on),
                left.isPositive() ? List.of(new SubsidyEvent.Released(ended, left, why, on)) : List.of());
    }

    /** A reservation that is not used: the bank has decided again, or it has run out. */
    public static SubsidyChange giveBack(Subsidy reserved, String why, LocalDate on) {
        Subsidy released = reserved.at(Status.RELEASED);
        EnvelopeAccounts accounts = accounts(reserved);
        return new SubsidyChange(released,
                new Transfers().move(accounts.reserved(), accounts.available(), reserved.amount())
                        .entry("subsidy-given-back", reserved.dossierId(), on),
                reserved.amount().isPositive()
                        ? List.of(new SubsidyEvent.Released(released, reserved.amount(), why, on))
                        : List.of());
    }

    private static EnvelopeAccounts accounts(Subsidy subsidy) {
        return new EnvelopeAccounts(subsidy.officeId(), subsidy.year());
    }
}
