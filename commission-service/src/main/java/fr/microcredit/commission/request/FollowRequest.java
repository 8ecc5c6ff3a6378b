package fr.microcredit.commission.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;

/** Keeps requests in step with assessments and withdrawals, whichever comes first. */
@ApplicationScoped
public class FollowRequest {
    private final Reactions reactions;
    private final Requests requests;

    FollowRequest(Reactions reactions, Requests requests) {
        this.reactions = reactions;
        this.requests = requests;
    }

    public Uni<Void> assessed(About about, Request.Assessed assessed) {
        return change(about, assessed.on(), known -> RequestRules.assessed(known, about, assessed));
    }

    public Uni<Void> submitted(About about, String fileNumber, LocalDate on) {
        return change(about, on, known -> RequestRules.called(known, about, fileNumber, on));
    }

    /** @param revision to which the office has changed it */
    public Uni<Void> amended(About about, int revision, LocalDate on) {
        return change(about, on, known -> RequestRules.amended(known, about, revision, on));
    }

    public Uni<Void> withdrawn(About about, LocalDate on) {
        return change(about, on, known -> RequestRules.withdrawn(known, about, on));
    }

    /** A bank has it. */
    public Uni<Void> sent(About about, LocalDate on) {
        return reactions.always(requests, about.dossierId().toString(), on,
                known -> RequestRules.sent(known, about, on));
    }

    /** @param revision which its office has proposed to another bank than the one it was approved for */
    public Uni<Void> offeredElsewhere(About about, int revision, LocalDate on) {
        return reactions.always(requests, about.dossierId().toString(), on,
                known -> RequestRules.offeredElsewhere(known, about, revision, on));
    }

    private Uni<Void> change(About about, LocalDate on, Function<Optional<Request>, Request> rule) {
        return reactions.always(requests, about.dossierId().toString(), on,
                known -> new Accepted<>(rule.apply(known), List.of()));
    }

    /** Its office waits for something of the applicant's. */
    public Uni<Void> givenBack(About about, int revision, LocalDate on) {
        return change(about, on, known -> RequestRules.givenBack(known, about, revision, on));
    }

    /** What was missing of this revision is there. */
    public Uni<Void> completed(About about, int revision, LocalDate on) {
        return reactions.ifKnown(requests, about.dossierId().toString(), on, request -> new Accepted<>(
                RequestRules.completed(request, revision, on), List.of()));
    }

    public Uni<Void> confirmedIneligible(About about, int revision, LocalDate on) {
        return reactions.ifKnown(requests, about.dossierId().toString(), on, request -> new Accepted<>(
                RequestRules.confirmedIneligible(request, revision, on), List.of()));
    }
}
