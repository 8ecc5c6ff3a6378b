package fr.microcredit.intake.request.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.Report.Step;
import fr.microcredit.intake.request.domain.RequestEvent.Outcome;
import fr.microcredit.kit.domain.Decision.Accepted;

/**
 * What a later decision of the commission makes of a request that it has approved or refused already. It holds as long as no
 * bank has the request and nothing else has ended it; what has crossed with the transmission has come too late.
 */
final class RedecisionRules {
    /** The decision that it cites has not come yet, or its ground has not. */
    private static final Set<Stage> UNDECIDED = EnumSet.of(Stage.DRAFT, Stage.SUBMITTED, Stage.NEEDS_JUDGEMENT,
            Stage.ELIGIBLE, Stage.FOUND_INELIGIBLE);
    /** Approved, and assessed anew for another bank. */
    private static final Set<Stage> UNASSESSED = EnumSet.of(Stage.AMENDED, Stage.NEEDS_JUDGEMENT,
            Stage.FOUND_INELIGIBLE);

    private RedecisionRules() {
    }

    /** Empty where it is early. */
    static Optional<Accepted<Request, RequestEvent>> apply(Request request, Report report,
            Optional<Applicant> applicant) {
        if (UNDECIDED.contains(request.stage()) && !request.isApproved() || isBetweenBanks(request)) {
            return Optional.empty();
        }
        boolean approves = report.step() == Step.APPROVED;
        return Optional.of(switch (request.stage()) {
            case REFUSED -> approves ? reopened(request, report, applicant) : ProgressRules.quiet(request);
            case APPROVED -> approves ? approved(request, report, applicant) : refused(request, report);
            default -> ProgressRules.quiet(request);
        });
    }

    /**
     * Its bank has left before it had the request, and how the rules are kept at the next one has not come yet, though the
     * commission knows: it waits for that, and with it for the transmission.
     */
    private static boolean isBetweenBanks(Request request) {
        return UNASSESSED.contains(request.stage()) && request.isApproved() && !request.wasSent()
                && request.refusedBy().isEmpty();
    }

    private static Accepted<Request, RequestEvent> reopened(Request request, Report report,
            Optional<Applicant> applicant) {
        Accepted<Request, RequestEvent> approved = approved(request, report, applicant);
        List<RequestEvent> events = new ArrayList<>();
        events.add(new RequestEvent.Reopened(request.revision()));
        events.addAll(approved.events());
        return new Accepted<>(approved.state(), events);
    }

    private static Accepted<Request, RequestEvent> approved(Request request, Report report,
            Optional<Applicant> applicant) {
        return ProgressRules.send(request.at(Stage.APPROVED, report.on())
                .approvedAs(Approval.under(report.decided().conditions())).lacking(List.of()), report, applicant);
    }

    private static Accepted<Request, RequestEvent> refused(Request request, Report report) {
        return ProgressRules.closed(request.at(Stage.REFUSED, report.on()).disapproved(),
                Outcome.REFUSED_BY_COMMISSION);
    }
}
