package fr.microcredit.intake.request;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.Applicants;
import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.intake.request.domain.ProgressRules;
import fr.microcredit.intake.request.domain.Report;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.WithdrawalRules;
import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.store.Store;

/** Moves a request on with what the other services report. */
@ApplicationScoped
public class FollowRequest {
    private static final Set<Report.Step> SENDS = EnumSet.of(Report.Step.FOUND_ELIGIBLE, Report.Step.APPROVED);

    private final Reactions reactions;
    private final Store<Request> requests;
    private final Applicants applicants;
    private final Timeline timeline;
    private final KnownSchemes schemes;

    FollowRequest(Reactions reactions, Store<Request> requests, Applicants applicants, Timeline timeline,
            KnownSchemes schemes) {
        this.reactions = reactions;
        this.requests = requests;
        this.applicants = applicants;
        this.timeline = timeline;
        this.schemes = schemes;
    }

    /** The bank has ended what it was asked to end. */
    public Uni<Reception> withdrawn(About about, LocalDate on) {
        return reactions.whenReady(requests, about.dossierId().toString(), on,
                known -> known.flatMap(request -> WithdrawalRules.granted(request, on)));
    }

    /** The bank says that it is too late for that. */
    public Uni<Reception> withdrawalDeclined(About about, LocalDate on) {
        return reactions.whenReady(requests, about.dossierId().toString(), on,
                known -> known.map(WithdrawalRules::declined));
    }

    /** Early where the request is not known yet or not at the stage the report builds on. */
    public Uni<Reception> handle(About about, Report report) {
        String key = about.dossierId().toString();
        return catalogue(report).chain(all -> applicants.find(key).chain(applicant -> reactions.whenReady(requests,
                key, report.on(),
                known -> known.flatMap(request -> ProgressRules
                        .apply(request, report, applicant.filter(any -> takesIt(all, request, report.on())))
                        .map(accepted -> noting(accepted, report.on()))))));
    }

    /** Only what may end in a file's going to its bank looks at what banks have agreed on. */
    private Uni<List<Scheme>> catalogue(Report report) {
        return SENDS.contains(report.step()) ? schemes.together() : Uni.createFrom().item(List.of());
    }

    /** A bank that has left takes no new file; what it has runs on. */
    private static boolean takesIt(List<Scheme> all, Request request, LocalDate on) {
        return request.wasSent() || request.content().request()
                .filter(asked -> KnownSchemes.takes(all, asked.schemeId(), asked.bankId(), on))
                .isPresent();
    }

    /** What goes to the bank without an act of anybody's stands in the timeline all the same. */
    private Accepted<Request, RequestEvent> noting(Accepted<Request, RequestEvent> accepted, LocalDate on) {
        if (accepted.events().stream().anyMatch(RequestEvent.Transmitted.class::isInstance)) {
            timeline.sent(accepted.state().about(), accepted.state().revision(), on);
        }
        return accepted;
    }
}
