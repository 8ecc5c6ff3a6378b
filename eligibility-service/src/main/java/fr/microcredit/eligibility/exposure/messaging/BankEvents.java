package fr.microcredit.eligibility.exposure.messaging;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.exposure.Exposures;
import fr.microcredit.eligibility.exposure.Exposures.State;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.money.Money;

/**
 * Follows what banks promise and what borrowers still owe. Every event says the whole state of its dossier's loan, and a
 * bank's events of one dossier come in order.
 */
@ApplicationScoped
class BankEvents implements EventHandlers {
    private static final String PREFIX = "fr.microcredit.bank.";
    private static final String ACCEPTED = "accepted";

    private final Exposures exposures;

    BankEvents(Exposures exposures) {
        this.exposures = exposures;
    }

    record Decided(UUID dossierId, UUID personId, LocalDate effectiveOn, String decision, Terms terms) {
    }

    record Disbursed(UUID dossierId, UUID personId, LocalDate effectiveOn, Terms terms) {
    }

    record Terms(long amountCents) {
    }

    record Paid(UUID dossierId, UUID personId, LocalDate effectiveOn, long outstandingCents) {
    }

    record Repaid(UUID dossierId) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on(PREFIX + "decided", 1, Decided.class, (event, data) -> decided(data))
                .on(PREFIX + "finalised", 1, Decided.class, (event, data) -> decided(data))
                .on(PREFIX + "disbursed", 1, Disbursed.class,
                        (event, data) -> applied(exposures.put(data.dossierId(), data.personId(), State.OUTSTANDING,
                                Money.ofCents(data.terms().amountCents()), data.effectiveOn())))
                .on(PREFIX + "instalment-paid", 1, Paid.class,
                        (event, data) -> applied(exposures.put(data.dossierId(), data.personId(), State.OUTSTANDING,
                                Money.ofCents(data.outstandingCents()), data.effectiveOn())))
                .on(PREFIX + "repaid-in-full", 1, Repaid.class,
                        (event, data) -> applied(exposures.remove(data.dossierId())));
    }

    private Uni<Reception> decided(Decided data) {
        return applied(data.decision().equals(ACCEPTED)
                ? exposures.put(data.dossierId(), data.personId(), State.PROMISED,
                        Money.ofCents(data.terms().amountCents()), data.effectiveOn())
                : exposures.remove(data.dossierId()));
    }

    private static Uni<Reception> applied(Uni<Void> work) {
        return work.replaceWith(Reception.APPLIED);
    }
}
