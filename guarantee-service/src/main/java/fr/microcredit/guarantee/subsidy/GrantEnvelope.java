package fr.microcredit.guarantee.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.ledger.domain.EnvelopeAccounts;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** An office gives its envelope of a year money for interest subsidies; more can be added later, none taken out. */
@ApplicationScoped
public class GrantEnvelope {
    private final LedgerBook ledger;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    GrantEnvelope(LedgerBook ledger, AuditTrail audit, BusinessCalendar calendar) {
        this.ledger = ledger;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** @param on business date, or null for today */
    public record Command(int year, Money amount, LocalDate on) {
    }

    /** Gives the balances of the office's envelopes. */
    public Uni<List<LedgerBook.Balance>> handle(Actor actor, Command command) {
        EnvelopeAccounts accounts = new EnvelopeAccounts(actor.tenantId(), command.year());
        return calendar.dateOf(command.on(), "/effectiveOn").chain(on -> ledger
                .post(new Transfers().move(accounts.granted(), accounts.available(), command.amount())
                        .entry("envelope-granted", null, on))
                .chain(() -> audit.record(actor, "envelope-granted", String.valueOf(command.year()),
                        Map.of("amountCents", command.amount().cents(), "effectiveOn", on.toString()))))
                .chain(() -> balances(actor));
    }

    public Uni<List<LedgerBook.Balance>> balances(Actor actor) {
        return ledger.balances("envelope:" + actor.tenantId() + ":");
    }
}
