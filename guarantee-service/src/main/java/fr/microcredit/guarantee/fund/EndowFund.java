package fr.microcredit.guarantee.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.ledger.domain.FundAccounts;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** The Region gives a guarantor's fund capacity: an endowment times a multiplier (<i>coefficient multiplicateur</i>). */
@ApplicationScoped
public class EndowFund {
    private static final String PREFIX = "guarantor:";

    private final LedgerBook ledger;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    EndowFund(LedgerBook ledger, AuditTrail audit, BusinessCalendar calendar) {
        this.ledger = ledger;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * @param multiplier capacity for each euro of endowment
     * @param on         business date, or null for today
     */
    public record Command(String guarantor, Money endowment, BigDecimal multiplier, LocalDate on) {
    }

    /** Gives the balances of all guarantors. */
    public Uni<List<LedgerBook.Balance>> handle(Actor actor, Command command) {
        Money capacity = command.endowment().times(command.multiplier(), RoundingMode.DOWN);
        FundAccounts accounts = new FundAccounts(command.guarantor());
        return calendar.dateOf(command.on(), "/effectiveOn")
                .chain(on -> ledger
                        .post(new Transfers().move(accounts.endowment(), accounts.available(), capacity)
                                .entry("fund-endowed", null, on))
                        .chain(() -> audit.record(actor, "fund-endowed", command.guarantor(),
                                Map.of("endowmentCents", command.endowment().cents(), "multiplier",
                                        command.multiplier().toPlainString(), "capacityCents", capacity.cents(),
                                        "effectiveOn", on.toString()))))
                .chain(this::balances);
    }

    public Uni<List<LedgerBook.Balance>> balances() {
        return ledger.balances(PREFIX);
    }
}
