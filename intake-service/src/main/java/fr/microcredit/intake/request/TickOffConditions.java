package fr.microcredit.intake.request;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.Applicants;
import fr.microcredit.intake.request.domain.Approval;
import fr.microcredit.intake.request.domain.ConditionRules;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The office has seen that conditions of the commission's approval are met. */
@ApplicationScoped
public class TickOffConditions {
    private final Acts acts;
    private final Store<Request> requests;
    private final Applicants applicants;

    TickOffConditions(Acts acts, Store<Request> requests, Applicants applicants) {
        this.acts = acts;
        this.requests = requests;
        this.applicants = applicants;
    }

    public Uni<Kept<Request>> handle(Act act, UUID dossierId, Set<Approval.Condition> conditions) {
        String key = dossierId.toString();
        act.noting("conditions", conditions.stream().map(Codes::of).sorted().toList());
        return Locks.ahead(key).chain(() -> applicants.asked(key)).chain(() -> acts.change(act, requests, key, key,
                (request, on) -> ConditionRules.fulfil(request, conditions, act.actor().subject(), on)));
    }
}
