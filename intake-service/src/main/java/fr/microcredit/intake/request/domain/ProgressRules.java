package fr.microcredit.intake.request.domain;

import static fr.microcredit.intake.request.domain.Stage.AMENDED;
import static fr.microcredit.intake.request.domain.Stage.ELIGIBLE;
import static fr.microcredit.intake.request.domain.Stage.FOUND_INELIGIBLE;
import static fr.microcredit.intake.request.domain.Stage.NEEDS_JUDGEMENT;
import static fr.microcredit.intake.request.domain.Stage.SUBMITTED;
import static fr.microcredit.intake.request.domain.Stage.TRANSMITTED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.Report.Change;
import fr.microcredit.intake.request.domain.Report.Step;
import fr.microcredit.intake.request.domain.RequestEvent.Cause;
import fr.microcredit.intake.request.domain.RequestEvent.Outcome;
import fr.microcredit.kit.domain.Decision.Accepted;

/**
 * The one table of what a report makes of a request. A report that finds no line for the request's stage has come before
 * what it builds on, since order across topics is never assumed: it waits.
 */
public final class ProgressRules {
    private record Line(Set<Stage> from, Stage to) {
    }

    private static final Map<Step, Line> TABLE = new EnumMap<>(Step.class);

    static {
        Set<Stage> unassessed = EnumSet.of(SUBMITTED, NEEDS_JUDGEMENT, AMENDED, FOUND_INELIGIBLE);
        TABLE.put(Step.FOUND_ELIGIBLE, new Line(unassessed, ELIGIBLE));
        TABLE.put(Step.FOUND_TO_JUDGE, new Line(unassessed, NEEDS_JUDGEMENT));
        TABLE.put(Step.FOUND_INELIGIBLE, new Line(unassessed, FOUND_INELIGIBLE));
        TABLE.put(Step.INELIGIBILITY_CONFIRMED, new Line(EnumSet.of(FOUND_INELIGIBLE), Stage.INELIGIBLE));
        TABLE.put(Step.APPROVED, new Line(EnumSet.of(ELIGIBLE), Stage.APPROVED));
        TABLE.put(Step.REFUSED, new Line(EnumSet.of(ELIGIBLE), Stage.REFUSED));
        TABLE.put(Step.ADJOURNED, new Line(EnumSet.of(ELIGIBLE), ELIGIBLE));
        TABLE.put(Step.CHANGED_BY_MEETING, new Line(EnumSet.of(TRANSMITTED, FOUND_INELIGIBLE), AMENDED));
    }

    private ProgressRules() {
    }

    /**
     * The request after the report and the events that follow from it; empty when the report came too early.
     *
     * @param applicant empty where nothing can be sent: the person was erased, or the bank takes no new file
     */
    public static Optional<Accepted<Request, RequestEvent>> apply(Request request, Report report,
            Optional<Applicant> applicant) {
        if (report.decided().replaces() && report.revision() == request.revision()) {
            return RedecisionRules.apply(request, report, applicant);
        }
        if (request.stage().isFinal() || report.revision() < request.revision()) {
            return Optional.of(quiet(request));
        }
        Line line = TABLE.get(report.step());
        return report.revision() == request.revision() && line.from().contains(request.stage())
                ? Optional.of(consequences(request.at(line.to(), report.on()), report, applicant))
                : Optional.empty();
    }

    static Accepted<Request, RequestEvent> quiet(Request request) {
        return new Accepted<>(request, List.of());
    }

    private static Accepted<Request, RequestEvent> consequences(Request next, Report report,
            Optional<Applicant> applicant) {
        Request known = report.terms().map(terms -> next.onTerms(terms.document(), terms.schemeVersion()))
                .orElse(next);
        return switch (report.step()) {
            case FOUND_ELIGIBLE -> known.isApproved() ? send(known, report, applicant) : quiet(known);
            case APPROVED -> send(known.approvedAs(Approval.under(report.decided().conditions())).lacking(List.of()),
                    report, applicant);
            case INELIGIBILITY_CONFIRMED -> closed(known, Outcome.INELIGIBLE);
            case REFUSED -> closed(known, Outcome.REFUSED_BY_COMMISSION);
            case ADJOURNED -> adjourned(known.lackingToo(report.decided().missing()), report);
            case CHANGED_BY_MEETING -> amended(known, report.change().orElseThrow());
            default -> quiet(known);
        };
    }

    /**
     * The commission knows that; it is told all the same, since it may hear of an older list's last item only after it has
     * adjourned the request, and would have it back without the new ones.
     */
    private static Accepted<Request, RequestEvent> adjourned(Request lacking, Report report) {
        return report.decided().missing().isEmpty()
                ? quiet(lacking)
                : new Accepted<>(lacking, List.of(new RequestEvent.Returned(lacking.revision(), lacking.missing())));
    }

    /** Without the applicant's consent the file stays where it is until an agent has it and sends it. */
    static Accepted<Request, RequestEvent> send(Request approved, Report report,
            Optional<Applicant> applicant) {
        return approved.content().consents().allowTransmission(report.on()) && applicant.isPresent()
                ? RequestRules.sent(approved, applicant.get(), report.on())
                : quiet(approved.at(Stage.APPROVED, report.on()));
    }

    static Accepted<Request, RequestEvent> closed(Request request, Outcome outcome) {
        return new Accepted<>(request, List.of(new RequestEvent.Closed(outcome)));
    }

    private static Accepted<Request, RequestEvent> amended(Request request, Change change) {
        LoanRequest before = request.asked();
        LoanRequest asked = before.changedTo(change.amount(), change.termMonths());
        Request amended = request.with(request.about(), request.content().withRequest(asked))
                .revised(request.revision() + 1, request.situationRevision());
        return new Accepted<>(amended, List.of(AmendmentRules.amended(amended, Cause.CONCERTATION,
                AmendmentRules.changed(before, asked), Optional.empty())));
    }
}
