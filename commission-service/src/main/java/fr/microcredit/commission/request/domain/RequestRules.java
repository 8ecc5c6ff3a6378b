package fr.microcredit.commission.request.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request.Assessed;
import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;

/** How requests come before the commission and leave it. */
public final class RequestRules {
    private RequestRules() {
    }

    /**
     * What a new assessment makes of what was known of the request. An approval stands when a meeting with the bank has
     * changed the amount: the commission has spoken; what is gone stays gone.
     */
    public static Request assessed(Optional<Request> known, About about, Assessed assessed) {
        if (known.isPresent() && known.get().revision() > assessed.revision()) {
            return known.get();
        }
        Request before = known.orElseGet(() -> unheardOf(about, assessed.on()));
        return settle(new Request(about, before.fileNumber(), Optional.of(assessed), before.amendedTo(),
                before.settled(), before.state(),
                before.session(), before.sent(), later(known, assessed.on())));
    }

    /** Its office has changed it: what was decided on an earlier revision is open again, in whatever order it is heard. */
    public static Request amended(Optional<Request> known, About about, int revision, LocalDate on) {
        Request before = known.orElseGet(() -> unheardOf(about, on));
        return settle(new Request(revision > before.amendedTo() ? about : before.about(), before.fileNumber(),
                before.assessed(),
                Math.max(revision, before.amendedTo()), before.settled(), before.state(), before.session(),
                before.sent(), later(known, on)));
    }

    /** What its dossier is called; perhaps the first that is heard of it, and nothing else follows from it. */
    public static Request called(Optional<Request> known, About about, String fileNumber, LocalDate on) {
        return known.orElseGet(() -> unheardOf(about, on)).called(fileNumber);
    }

    private static Request unheardOf(About about, LocalDate on) {
        return new Request(about, Optional.empty(), Optional.empty(), 0, Optional.empty(), Status.NOT_READY,
                Optional.empty(), false,
                on);
    }

    /** Where it stands, by what is known; an agenda keeps what is being assessed, so that it comes before the same session. */
    private static Request settle(Request request) {
        Optional<Settled> end = request.settled().filter(each -> each.revision() >= request.amendedTo());
        if (end.isPresent()) {
            return request.at(end.get().as(), Optional.empty());
        }
        boolean stays = request.state() == Status.ON_AGENDA
                && (request.isBeingAssessed() || ready(request.assessed()) == Status.WAITING);
        if (stays) {
            return request;
        }
        return request.at(request.isBeingAssessed() ? Status.NOT_READY : ready(request.assessed()), Optional.empty());
    }

    private static Status ready(Optional<Assessed> assessed) {
        return assessed.filter(Assessed::isEligible)
                .map(found -> found.commissionRequired() ? Status.WAITING : Status.NOT_NEEDED)
                .orElse(Status.NOT_READY);
    }

    /** Given up, perhaps before anything else was heard of it. */
    public static Request withdrawn(Optional<Request> known, About about, LocalDate on) {
        Request before = known.orElseGet(() -> unheardOf(about, on));
        return settle(before.settledAs(Settled.forGood(), later(known, on)));
    }

    /**
     * Its office has given this revision back to the applicant: it is on no agenda until what is missing is there. What was
     * decided of it before stays decided.
     */
    public static Request givenBack(Optional<Request> known, About about, int revision, LocalDate on) {
        Request before = known.orElseGet(() -> unheardOf(about, on));
        boolean decided = before.settled().filter(end -> end.revision() >= revision).isPresent();
        return decided || before.amendedTo() > revision
                ? before
                : settle(before.settledAs(new Settled(Status.INCOMPLETE, revision), later(known, on)));
    }

    /** Its office has what was missing. */
    public static Request completed(Request request, int revision, LocalDate on) {
        boolean awaited = request.settled()
                .filter(end -> end.as() == Status.INCOMPLETE && end.revision() <= revision).isPresent();
        return awaited ? settle(request.openAgain(later(Optional.of(request), on))) : request;
    }

    private static LocalDate later(Optional<Request> known, LocalDate on) {
        return known.map(Request::lastOn).filter(last -> last.isAfter(on)).orElse(on);
    }

    /** A named agent has confirmed that this revision does not fit; a newer one goes on. */
    public static Request confirmedIneligible(Request request, int revision, LocalDate on) {
        return request.revision() == revision && !request.isGone()
                ? settle(request.settledAs(new Settled(Status.GONE, revision), later(Optional.of(request), on)))
                : request;
    }

    public static Request putOnAgenda(Request waiting, UUID session) {
        return waiting.at(Status.ON_AGENDA, Optional.of(session));
    }

    /** What a session has not decided waits for the next one. */
    public static Request leftOver(Request onAgenda) {
        return onAgenda.at(Status.WAITING, Optional.empty());
    }

    /**
     * A bank has it. A refusal that would have taken an approval's place crossed with that and has come too late: its office
     * knew of the approval alone, so that is what stands.
     */
    public static Accepted<Request, RequestEvent> sent(Optional<Request> known, About about, LocalDate on) {
        Request sent = known.orElseGet(() -> unheardOf(about, on)).sentToBank();
        return sent.settled().filter(end -> end.as() == Status.REFUSED).map(refusal -> upheld(sent, refusal))
                .orElseGet(() -> new Accepted<>(sent, List.of()));
    }

    /** Whoever has counted the refusal is told. */
    private static Accepted<Request, RequestEvent> upheld(Request sent, Settled refusal) {
        Settled stands = refusal.approval().orElseGet(() -> new Settled(Status.APPROVED, refusal.revision()));
        List<RequestEvent> told = refusal.approval()
                .<RequestEvent>map(approval -> new RequestEvent.ApprovalUpheld(approval.revision(),
                        approval.decision().orElseThrow(), refusal.decision().orElseThrow(),
                        approval.on().orElseThrow()))
                .stream().toList();
        return new Accepted<>(settle(sent.settledAs(stands, sent.lastOn())), told);
    }

    /**
     * Its office goes to another bank on the strength of the approval: what was decided stands from here on, as once a bank
     * has it. A refusal of an earlier revision has crossed with that; one of this revision has not, and stands.
     */
    public static Accepted<Request, RequestEvent> offeredElsewhere(Optional<Request> known, About about, int revision,
            LocalDate on) {
        boolean crossed = known.flatMap(Request::settled).filter(end -> end.revision() < revision).isPresent();
        return crossed
                ? sent(known, about, on)
                : new Accepted<>(known.orElseGet(() -> unheardOf(about, on)).sentToBank(), List.of());
    }

    /**
     * What a session has decided, on the day it was held on: what follows comes after it.
     *
     * @param decision by which a later one may cite it
     */
    public static Request decided(Request onAgenda, Status next, UUID decision, LocalDate heldOn) {
        LocalDate on = later(Optional.of(onAgenda), heldOn);
        return next == Status.WAITING
                ? new Request(onAgenda.about(), onAgenda.fileNumber(), onAgenda.assessed(), onAgenda.amendedTo(),
                        onAgenda.settled(), next,
                        Optional.empty(), onAgenda.sent(), on)
                : settle(onAgenda.settledAs(new Settled(next, onAgenda.revision(), decision, heldOn)
                        .inPlaceOf(onAgenda.settled().filter(end -> end.revision() >= onAgenda.amendedTo())), on));
    }
}
