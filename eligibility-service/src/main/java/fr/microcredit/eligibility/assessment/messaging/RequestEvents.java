package fr.microcredit.eligibility.assessment.messaging;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.AssessRequest;
import fr.microcredit.eligibility.assessment.Assessments;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Wish;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.money.Money;

/** Requests and situations as intake publishes them. */
@ApplicationScoped
class RequestEvents implements EventHandlers {
    private final AssessRequest assess;

    RequestEvents(AssessRequest assess) {
        this.assess = assess;
    }

    record Asked(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, int revision,
            int situationRevision, String schemeId, String purpose, String ground, long amountCents, int termMonths) {
    }

    record Declared(UUID dossierId, String officeId, int revision, String commune, int personsFrom14,
            int personsUnder14,
            boolean loneParent, long resourcesCents, long chargesCents, long loanInstalmentsCents,
            long existingDebtCents, boolean overIndebted, Optional<Integer> residenceMonths) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on("fr.microcredit.dossier.submitted", 1, Asked.class, (event, asked) -> request(asked))
                .on("fr.microcredit.dossier.amended", 1, Asked.class, (event, asked) -> request(asked))
                .on("fr.microcredit.situation.declared", 1, Declared.class, (event, figures) -> situation(figures));
    }

    private Uni<Reception> request(Asked asked) {
        Wish wish = new Wish(asked.schemeId(), asked.purpose(), asked.ground(), Money.ofCents(asked.amountCents()),
                asked.termMonths(), asked.effectiveOn());
        return assess.onRequest(new Assessments.Request(asked.dossierId(), asked.officeId(), asked.personId(),
                asked.revision(), asked.situationRevision(), wish, asked.effectiveOn())).replaceWith(Reception.APPLIED);
    }

    private Uni<Reception> situation(Declared figures) {
        Situation situation = new Situation(figures.commune(), figures.personsFrom14(), figures.personsUnder14(),
                figures.loneParent(), Money.ofCents(figures.resourcesCents()), Money.ofCents(figures.chargesCents()),
                Money.ofCents(figures.loanInstalmentsCents()), Money.ofCents(figures.existingDebtCents()),
                figures.overIndebted(), figures.residenceMonths());
        return assess.onSituation(figures.dossierId(), figures.officeId(), figures.revision(), situation)
                .replaceWith(Reception.APPLIED);
    }
}
