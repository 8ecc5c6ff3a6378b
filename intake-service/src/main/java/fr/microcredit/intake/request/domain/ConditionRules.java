package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** How an office ticks off what the commission has approved a request under. */
public final class ConditionRules {
    private ConditionRules() {
    }

    /**
     * What is ticked off already stays as it was; the bank is told of all that is met.
     *
     * @param by who ticks them off
     */
    public static Decision<Request, RequestEvent> fulfil(Request request, Set<Approval.Condition> conditions, String by,
            LocalDate on) {
        List<Approval.Condition> kept = request.approval().map(Approval::kept).orElse(List.of());
        if (!request.stage().isFinal() && kept.containsAll(conditions)) {
            return Decision.unchanged(request);
        }
        Optional<Approval> open = open(request);
        if (open.isEmpty()) {
            return RequestRules.wrongStage();
        }
        if (!open.get().conditions().containsAll(conditions)) {
            return Decision.refused(Reason.invalid("/conditions", "not-a-condition"));
        }
        Approval after = open.get().fulfilling(conditions.stream().filter(each -> !kept.contains(each)).sorted()
                .map(each -> new Approval.Fulfilled(each, by, on)).toList());
        return Decision.accepted(request.approvedAs(after).at(request.stage(), on),
                new RequestEvent.ConditionsFulfilled(after.kept()));
    }

    /** An approval that has something left to tick off, of a request that is not over. */
    public static Optional<Approval> open(Request request) {
        return request.stage().isFinal() ? Optional.empty() : request.approval().filter(Approval::isOpen);
    }
}
