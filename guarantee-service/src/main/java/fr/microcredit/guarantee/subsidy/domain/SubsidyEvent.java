package fr.microcredit.guarantee.subsidy.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.guarantee.ledger.domain.EnvelopeAccounts;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.guarantee.promise.domain.PromiseEvent;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Accrual;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Status;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.money.Money;

/** Something that has happened to a subsidy, and what it does. */
public sealed interface SubsidyEvent extends PromiseEvent<Subsidy> {
    /** Why a subsidy is declined. */
    enum DeclineReason {
        ENVELOPE_EXCEEDED
    }

    /** Why money goes back to the envelope. */
    enum ReleaseReason {
        DECIDED_AGAIN, EXPIRED, EARLY_END,
        /** The borrower has withdrawn: nothing of it is owed. */
        WITHDRAWN
    }

    /** Set aside in the envelope of a year. */
    record Reserved(int round, int year, Money amount, LocalDate expiresOn) implements SubsidyEvent {
        @Override
        public Applied<Subsidy> onto(Before<Subsidy> before) {
            Subsidy reserved = fresh(before, round, Status.RESERVED, year, amount, Optional.of(expiresOn));
            EnvelopeAccounts accounts = accounts(before, year);
            return Applied.of(reserved, entry("subsidy-reserved", before,
                    new Transfers().move(accounts.available(), accounts.reserved(), amount)));
        }
    }

    /** The envelope does not hold it. */
    record Declined(int round, int year, Money amount, List<DeclineReason> reasons) implements SubsidyEvent {
        @Override
        public Applied<Subsidy> onto(Before<Subsidy> before) {
            return Applied.of(fresh(before, round, Status.DECLINED, year, amount, Optional.empty()), Optional.empty());
        }
    }

    /** Owed from disbursement on, by the envelope of the year. */
    record Committed(int year, Money amount) implements SubsidyEvent {
        @Override
        public Applied<Subsidy> onto(Before<Subsidy> before) {
            Subsidy reserved = before.promise();
            EnvelopeAccounts from = accounts(before, reserved.year());
            EnvelopeAccounts to = accounts(before, year);
            Transfers transfers = year == reserved.year()
                    ? new Transfers().move(from.reserved(), from.committed(), amount)
                    : new Transfers().move(from.reserved(), from.available(), amount).move(to.available(),
                            to.committed(), amount);
            return Applied.of(reserved.at(amount.isPositive() ? Status.COMMITTED : Status.SETTLED, year, Accrual.NONE,
                    before.on()), entry("subsidy-committed", before, transfers));
        }
    }

    /**
     * Parts have accrued.
     *
     * @param amount  of these parts
     * @param accrued in all; with the whole amount the subsidy is settled
     */
    record Accrued(int year, int throughInstalment, Money amount, Money accrued) implements SubsidyEvent {
        @Override
        public Applied<Subsidy> onto(Before<Subsidy> before) {
            Subsidy committed = before.promise();
            EnvelopeAccounts accounts = accounts(before, year);
            boolean more = throughInstalment > committed.accrual().throughInstalment();
            boolean whole = accrued.equals(committed.amount());
            return Applied.of(committed.at(whole ? Status.SETTLED : Status.COMMITTED, year,
                    new Accrual(throughInstalment, accrued), before.on()),
                    entry(more ? "subsidy-accrued" : "subsidy-settled", before,
                            new Transfers().move(accounts.committed(), accounts.accrued(), amount)));
        }
    }

    /** Why what has accrued is not owed. */
    enum ReversalReason {
        /** The borrower has withdrawn: no instalment is owed, nor a part of its interest (Code de la consommation, L312-26). */
        WITHDRAWN
    }

    /**
     * What has accrued is taken back, and is committed as before.
     *
     * @param amount everything that had accrued
     */
    record Reversed(int round, int year, Money amount, ReversalReason reason) implements SubsidyEvent {
        @Override
        public Applied<Subsidy> onto(Before<Subsidy> before) {
            EnvelopeAccounts accounts = accounts(before, year);
            return Applied.of(before.promise().at(Status.COMMITTED, year, Accrual.NONE, before.on()),
                    entry("subsidy-reversed-" + Codes.of(reason), before,
                            new Transfers().move(accounts.accrued(), accounts.committed(), amount)));
        }
    }

    /** What is left goes back to the envelope. */
    record Released(int round, int year, Money amount, ReleaseReason reason) implements SubsidyEvent {
        @Override
        public Applied<Subsidy> onto(Before<Subsidy> before) {
            Subsidy known = before.promise();
            EnvelopeAccounts accounts = accounts(before, year);
            Subsidy released = known.at(status(), year, known.accrual(), before.on());
            return Applied.of(released,
                    known.state() == Status.COMMITTED
                            ? entry("subsidy-released", before,
                                    new Transfers().move(accounts.committed(), accounts.available(), amount))
                            : entry("subsidy-given-back", before,
                                    new Transfers().move(accounts.reserved(), accounts.available(), amount)));
        }

        private Status status() {
            return switch (reason) {
                case DECIDED_AGAIN, WITHDRAWN -> Status.RELEASED;
                case EXPIRED -> Status.EXPIRED;
                case EARLY_END -> Status.SETTLED;
            };
        }
    }

    private static Subsidy fresh(Before<Subsidy> before, int round, Status status, int year, Money amount,
            Optional<LocalDate> expiresOn) {
        return new Subsidy(before.about(), round, status, year, amount, Accrual.NONE, Optional.empty(), expiresOn,
                before.on());
    }

    private static EnvelopeAccounts accounts(Before<Subsidy> before, int year) {
        return new EnvelopeAccounts(before.about().officeId(), year);
    }

    private static Optional<Entry> entry(String cause, Before<Subsidy> before, Transfers transfers) {
        return transfers.entry(cause, before.about().dossierId(), before.on());
    }
}
