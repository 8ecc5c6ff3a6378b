package fr.microcredit.commission.support;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.SupportBudget.Granted;
import fr.microcredit.commission.support.domain.Support;
import fr.microcredit.commission.support.domain.SupportEvent;
import fr.microcredit.commission.support.domain.SupportNews;
import fr.microcredit.commission.support.domain.SupportRequest;
import fr.microcredit.commission.support.domain.SupportRules;
import fr.microcredit.commission.support.domain.SupportRules.Purse;
import fr.microcredit.commission.support.domain.SupportRules.Put;
import fr.microcredit.commission.support.domain.SupportRuling;
import fr.microcredit.commission.support.domain.SupportSettings;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * The president records what the support commission has decided, and takes a grant back that was not paid. Whoever decides on an
 * office's money of one year waits for the others: the last euro is granted once.
 */
@ApplicationScoped
public class DecideSupport {
    private final Acts acts;
    private final Supports supports;
    private final SupportBudget budget;
    private final Store<SupportSettings> settings;
    private final BusinessCalendar calendar;

    DecideSupport(Acts acts, Supports supports, SupportBudget budget, Store<SupportSettings> settings,
            BusinessCalendar calendar) {
        this.acts = acts;
        this.supports = supports;
        this.budget = budget;
        this.settings = settings;
        this.calendar = calendar;
    }

    public Uni<Kept<Support>> decide(Act act, UUID request, Put put) {
        act.noting("request", request.toString()).noting("decision", Codes.of(put.decision())).noting("reasons",
                put.reasons().stream().map(Codes::of).toList());
        return calendar.dateOf(act).chain(on -> ofOffice(act, request).chain(dossier -> locked(act, dossier, on)
                .chain(() -> acts.reportAfter(act, supports, dossier, dossier,
                        (support, day) -> purse(act, support, day)
                                .map(purse -> SupportRules.decide(support, request, put, purse, day))
                                .invoke(() -> act.concerning(ReadSupport.keyOf(dossier, request)))
                                .chain(decision -> kept(act, request, support, decision))))));
    }

    public Uni<Kept<Support>> withdraw(Act act, UUID request, SupportRequest.Why why) {
        act.noting("request", request.toString()).noting("why", Codes.of(why));
        return ofOffice(act, request).chain(dossier -> acts.reportAfter(act, supports, dossier, dossier,
                (support, on) -> {
                    act.concerning(ReadSupport.keyOf(dossier, request));
                    Decision<Support, SupportEvent> decision = SupportRules.withdraw(support, request, why, on);
                    return kept(act, request, support, decision);
                }));
    }

    private Uni<String> ofOffice(Act act, UUID request) {
        return supports.dossierOf(act.actor().tenantId(), request)
                .map(found -> found.orElseThrow(RefusedException::unknown));
    }

    /** In the one order of locks: the dossier, the money, then rows. */
    private static Uni<Void> locked(Act act, String dossier, LocalDate on) {
        return Locks.ahead(dossier)
                .chain(() -> Locks.ahead(SupportBudget.lock(act.actor().tenantId(), on.getYear())));
    }

    private Uni<Purse> purse(Act act, Support support, LocalDate on) {
        String office = act.actor().tenantId();
        return Beside.of(settings.find(office), budget.used(office, on.getYear(), support.dossierId()),
                (found, used) -> new Purse(found.flatMap(kept -> kept.state().on(on)), used));
    }

    /** What is new is written where it counts. */
    private Uni<Decision<Support, SupportEvent>> kept(Act act, UUID request, Support before,
            Decision<Support, SupportEvent> decision) {
        if (!(decision instanceof Decision.Accepted<Support, SupportEvent> accepted) || accepted.events().isEmpty()) {
            return Uni.createFrom().item(decision);
        }
        Map<UUID, Money> counts = SupportNews.recounted(before, accepted.state());
        return accepted.state().request(request).flatMap(SupportRequest::grant)
                .map(grant -> granted(act, new Granted(request, before.tenant(), before.dossierId(),
                        grant.decidedOn().getYear(), grant.amount(), counts.get(request)), grant))
                .orElseGet(() -> budget.recount(counts)).replaceWith(decision);
    }

    private Uni<Void> granted(Act act, Granted counted, SupportRuling grant) {
        act.noting("amountCents", grant.amount().cents()).noting("instalments", grant.instalments());
        return budget.granted(counted);
    }
}
