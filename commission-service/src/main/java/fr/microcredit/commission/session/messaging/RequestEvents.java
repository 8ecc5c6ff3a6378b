package fr.microcredit.commission.session.messaging;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.FollowRequest;
import fr.microcredit.commission.session.domain.AgendaItem;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.money.Money;

/** Assessments and withdrawals. */
@ApplicationScoped
class RequestEvents implements EventHandlers {
    private static final String REQUIRED = "required";

    private final FollowRequest follow;

    RequestEvents(FollowRequest follow) {
        this.follow = follow;
    }

    record Assessed(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, int revision, String verdict,
            String purpose, Terms terms) {
    }

    record Terms(long amountCents, int termMonths, String commission) {
    }

    record Withdrawn(UUID dossierId, String officeId, UUID personId) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on("fr.microcredit.eligibility.assessed", 1, Assessed.class, (event, data) -> assessed(data))
                .on("fr.microcredit.eligibility.judged", 1, Assessed.class, (event, data) -> assessed(data))
                .on("fr.microcredit.eligibility.overridden", 1, Assessed.class, (event, data) -> assessed(data))
                .on("fr.microcredit.dossier.withdrawn", 1, Withdrawn.class,
                        (event, data) -> follow.withdrawn(data.dossierId(), data.officeId(), data.personId())
                                .replaceWith(Reception.APPLIED));
    }

    private Uni<Reception> assessed(Assessed data) {
        return follow
                .assessed(new AgendaItem(data.dossierId(), data.officeId(), data.personId(), data.revision(),
                        AgendaItem.Verdict.ofCode(data.verdict()), data.effectiveOn(),
                        data.terms().commission().equals(REQUIRED), data.purpose(),
                        Money.ofCents(data.terms().amountCents()), data.terms().termMonths(),
                        AgendaItem.Status.NOT_READY, Optional.empty()))
                .replaceWith(Reception.APPLIED);
    }
}
