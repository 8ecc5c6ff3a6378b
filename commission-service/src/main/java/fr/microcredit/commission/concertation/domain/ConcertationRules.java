package fr.microcredit.commission.concertation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.concertation.domain.Disagreement.Meeting;
import fr.microcredit.commission.concertation.domain.Disagreement.Status;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** When bank and office meet, and what a meeting may come to (domain.md A.6). */
public final class ConcertationRules {
    private static final String NO_MEETING_DUE = "no-meeting-due";

    private ConcertationRules() {
    }

    /**
     * A newer round takes the older one's place.
     *
     * @param goneOn where the request is gone there is nothing to meet about
     */
    public static Disagreement disagreed(About about, int round, LocalDate on, Optional<LocalDate> goneOn) {
        Disagreement open = new Disagreement(about, round, on, Status.OPEN, Optional.empty(), Optional.empty(), on);
        return goneOn.map(day -> settled(open, day)).orElse(open);
    }

    /** The bank has had its last word, or the request is over. */
    public static Disagreement settled(Disagreement disagreement, LocalDate on) {
        return disagreement.at(Status.SETTLED, on);
    }

    /** What a meeting says: amount and months where they are other ones than before. */
    public record Outcome(UUID id, Optional<Money> amount, Optional<Integer> months, Minutes minutes) {
    }

    /** Who was there, and what was said. */
    public record Minutes(List<Disagreement.Function> present, Optional<String> text) {
    }

    /** A meeting can be recorded while none was held, and again when what the last one changed does not fit the scheme. */
    public static Decision<Disagreement, ConcertationEvent> meet(Disagreement disagreement, Request request,
            Outcome outcome, LocalDate on) {
        if (!isDue(disagreement, request)) {
            return Decision.refused(Reason.conflict(NO_MEETING_DUE));
        }
        Request.Assessed assessed = request.assessed().orElseThrow();
        Money amount = outcome.amount().orElse(assessed.amount());
        int months = outcome.months().orElse(assessed.months());
        boolean changed = !amount.equals(assessed.amount()) || months != assessed.months();
        if (!changed && changeFailed(disagreement, assessed)) {
            return Decision.refused(Reason.invalid("/amountCents", "change-required"));
        }
        Meeting meeting = new Meeting(outcome.id(), assessed.revision(), changed, amount, months, on,
                outcome.minutes().present(), outcome.minutes().text());
        return Decision.accepted(disagreement.met(meeting), new ConcertationEvent.Held(disagreement.round(),
                assessed.revision(), meeting.id(), changed, amount, months));
    }

    /** Whether a meeting is awaited, so that it can be arranged and held. */
    static boolean isDue(Disagreement disagreement, Request request) {
        return !request.isGone() && request.assessed().filter(Request.Assessed::meetingRequired)
                .filter(assessed -> awaitsMeeting(disagreement, assessed)).isPresent();
    }

    private static boolean awaitsMeeting(Disagreement disagreement, Request.Assessed assessed) {
        return disagreement.state() == Status.OPEN || changeFailed(disagreement, assessed);
    }

    /** Whether what the last meeting changed was assessed and does not fit: only another change leads on. */
    private static boolean changeFailed(Disagreement disagreement, Request.Assessed assessed) {
        return disagreement.state() == Status.MET && assessed.isIneligible()
                && disagreement.meeting().map(last -> assessed.revision() > last.revision()).orElse(false);
    }

    /** Where the scheme lets an office do without. */
    public static Decision<Disagreement, ConcertationEvent> waive(Disagreement disagreement, Request request,
            LocalDate on) {
        return againstWaiver(disagreement, request)
                .<Decision<Disagreement, ConcertationEvent>>map(code -> Decision.refused(Reason.conflict(code)))
                .orElseGet(() -> Decision.accepted(disagreement.at(Status.WAIVED, on),
                        new ConcertationEvent.Waived(disagreement.round(), request.revision())));
    }

    /** Why an office can not do without the meeting. */
    static Optional<String> againstWaiver(Disagreement disagreement, Request request) {
        if (!request.assessed().map(Request.Assessed::meetingRequired).orElse(true)) {
            return Optional.of(NO_MEETING_DUE);
        }
        if (!request.assessed().map(Request.Assessed::waiverAllowed).orElse(true)) {
            return Optional.of("waiver-not-allowed");
        }
        return disagreement.state() == Status.OPEN && !request.isGone()
                ? Optional.empty()
                : Optional.of(NO_MEETING_DUE);
    }
}
