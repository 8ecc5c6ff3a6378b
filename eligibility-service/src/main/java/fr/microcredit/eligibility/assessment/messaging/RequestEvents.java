package fr.microcredit.eligibility.assessment.messaging;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.AssessRequest;
import fr.microcredit.eligibility.assessment.domain.Funding;
import fr.microcredit.eligibility.assessment.domain.Partners.ProposedBank;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Submission;
import fr.microcredit.eligibility.assessment.domain.Wish;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** Requests and situations as intake publishes them. */
@ApplicationScoped
class RequestEvents implements EventHandlers {
    private final AssessRequest assess;

    RequestEvents(AssessRequest assess) {
        this.assess = assess;
    }

    record Asked(int revision, int situationRevision, String schemeId, String proposedBankId, Purpose purpose,
            Ground ground, Money amount,
            int termMonths, Optional<Rate> borrowerRate) {
        Wish wish(LocalDate on) {
            return new Wish(schemeId, purpose, ground, amount, termMonths, borrowerRate, on);
        }
    }

    record Amended(int revision, int situationRevision, String schemeId, String proposedBankId, Purpose purpose,
            Ground ground, Money amount,
            int termMonths, Optional<Rate> borrowerRate, Optional<Funding> funding) {
        Wish wish(LocalDate on) {
            return new Wish(schemeId, purpose, ground, amount, termMonths, borrowerRate, on).under(funding);
        }
    }

    record Declared(int revision, String commune, int age, int personsFrom14, int personsUnder14, boolean loneParent,
            Money resources, Money charges, Money loanInstalments, Money existingDebt, boolean overIndebted,
            Optional<Integer> residenceMonths) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("dossier").on("submitted", Asked.class, this::asked).on("amended", Amended.class, this::amended);
        to.fromRestricted("situation", TopicOrder.ANY).on("declared", Declared.class, this::declared);
    }

    private Uni<Void> asked(ReceivedEvent event, Asked data) {
        return assess.onSubmission(new Submission(event.about(), data.revision(), data.situationRevision(),
                data.wish(event.on()), Optional.of(new ProposedBank(data.proposedBankId(), event.on())),
                event.on()));
    }

    private Uni<Void> amended(ReceivedEvent event, Amended data) {
        return assess.onSubmission(new Submission(event.about(), data.revision(), data.situationRevision(),
                data.wish(event.on()), Optional.of(new ProposedBank(data.proposedBankId(), event.on())),
                event.on()));
    }

    private Uni<Void> declared(ReceivedEvent event, Declared data) {
        return assess.onSituation(event.about(), data.revision(),
                new Situation(data.commune(), Optional.of(data.age()), data.personsFrom14(), data.personsUnder14(),
                        data.loneParent(), data.resources(), data.charges(), data.loanInstalments(),
                        data.existingDebt(), data.overIndebted(), data.residenceMonths()));
    }
}
