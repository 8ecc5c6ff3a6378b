package fr.microcredit.intake;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.intake.difficulty.domain.DifficultyEvent;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.event.PublishedEvents;

/** Every event of this service, one line each. Only the identity names a person, only the situation shows figures. */
@ApplicationScoped
class IntakeEventTable implements PublishedEvents {
    @Override
    public void list(EventTable table) {
        table.completeFor(RequestEvent.class, DifficultyEvent.class).topic("dossier")
                .on(RequestEvent.Opened.class, "opened")
                .on(RequestEvent.Submitted.class, "submitted")
                .on(RequestEvent.Amended.class, "amended")
                .on(RequestEvent.Returned.class, "returned")
                .on(RequestEvent.Completed.class, "completed")
                .on(RequestEvent.ProposalDeclined.class, "proposal-declined")
                .on(RequestEvent.Transmitted.class, "transmitted")
                .on(RequestEvent.ConditionsFulfilled.class, "conditions-fulfilled")
                .on(RequestEvent.WithdrawalAsked.class, "withdrawal-asked")
                .on(RequestEvent.Withdrawn.class, "withdrawn")
                .on(RequestEvent.Closed.class, "closed")
                .on(RequestEvent.Reopened.class, "reopened")
                .on(DifficultyEvent.DeferralAsked.class, "deferral-asked")
                .on(DifficultyEvent.SupportAsked.class, "support-asked")
                .on(DifficultyEvent.OverIndebtednessAdmitted.class, "over-indebtedness-admitted")
                .restrictedTopic("situation").on(RequestEvent.SituationDeclared.class, "declared")
                .restrictedTopic("identity").on(RequestEvent.IdentityDisclosed.class, "disclosed");
    }
}
