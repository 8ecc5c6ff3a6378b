package fr.microcredit.guarantee.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** How money is given and how a wrong figure is put right. */
public final class GrantRules {
    private GrantRules() {
    }

    public static Decision<Grant, GrantEvent> endow(UUID id, String guarantor, Money endowment, BigDecimal multiplier,
            LocalDate on) {
        Grant grant = Grant.toFund(id, guarantor, endowment, multiplier, on);
        return grant.capacity().isPositive()
                ? Decision.accepted(grant,
                        new GrantEvent.FundEndowed(guarantor, endowment, multiplier, grant.capacity()))
                : Decision.refused(Reason.invalid("/multiplier", "no-capacity"));
    }

    /** An envelope is of the year before, this one or the next. */
    public static Decision<Grant, GrantEvent> grant(UUID id, String office, int year, Money amount, LocalDate on) {
        return Math.abs(year - on.getYear()) > 1
                ? Decision.refused(Reason.invalid("/year", "year-out-of-reach", on.getYear() - 1, on.getYear() + 1))
                : Decision.accepted(Grant.toEnvelope(id, office, year, amount, on),
                        new GrantEvent.EnvelopeGranted(office, year, amount));
    }

    /**
     * The figure that should have been entered. What is promised already can not be taken back.
     *
     * @param available balance that can still be promised, locked
     */
    public static Decision<Grant, GrantEvent> correct(Grant grant, Money right, Money available, LocalDate on) {
        Grant corrected = grant.corrected(right, on);
        Money less = grant.capacity().minus(corrected.capacity());
        if (right.equals(grant.amount())) {
            return Decision.refused(Reason.invalid("/amountCents", "same-amount"));
        }
        return available.isAtLeast(less)
                ? Decision.accepted(corrected, new GrantEvent.GrantCorrected(right, corrected.capacity()))
                : Decision.refused(Reason.conflict("already-promised"));
    }

    /** What was told makes the same grant again. */
    public static Grant given(UUID id, Optional<Grant> known, GrantEvent told, LocalDate on) {
        if (told instanceof GrantEvent.FundEndowed endowed) {
            return Grant.toFund(id, endowed.guarantor(), endowed.endowment(), endowed.multiplier(),
                    on);
        }
        return told instanceof GrantEvent.EnvelopeGranted granted
                ? Grant.toEnvelope(id, granted.office(), granted.year(), granted.amount(), on)
                : known.orElseThrow().corrected(((GrantEvent.GrantCorrected) told).amount(), on);
    }

    /** What the ledger is told of a grant, or of the difference that a correction makes; empty where nothing moves. */
    public static Optional<Entry> entry(Optional<Grant> before, Grant after) {
        Money by = after.capacity().minus(before.map(Grant::capacity).orElse(Money.ZERO));
        String cause = before.isPresent()
                ? "grant-corrected"
                : after.kind() == Grant.Kind.FUND ? "fund-endowed" : "envelope-granted";
        Transfers transfers = by.isNegative()
                ? new Transfers().move(after.available(), after.given(), by.negated())
                : new Transfers().move(after.given(), after.available(), by);
        return transfers.entry(cause, Optional.empty(), after.lastOn());
    }
}
