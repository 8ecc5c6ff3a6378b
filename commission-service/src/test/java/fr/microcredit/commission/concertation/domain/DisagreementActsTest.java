package fr.microcredit.commission.concertation.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.microcredit.commission.concertation.domain.ConcertationRules.Minutes;
import fr.microcredit.commission.concertation.domain.ConcertationRules.Outcome;
import fr.microcredit.commission.concertation.domain.Disagreement.Appointment;
import fr.microcredit.commission.concertation.domain.Disagreement.Excuse;
import fr.microcredit.commission.concertation.domain.Disagreement.Function;
import fr.microcredit.commission.concertation.domain.Disagreement.Meeting;
import fr.microcredit.commission.concertation.domain.Disagreement.Status;
import fr.microcredit.commission.concertation.domain.Disagreement.Way;
import fr.microcredit.commission.concertation.domain.DisagreementActs.Act;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Request.Verdict;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.money.Money;

/** Every act wherever a disagreement can stand: what is named as possible changes something, and nothing else does. */
class DisagreementActsTest {
    private static final LocalDate ON = ASSESSED.plusDays(20);

    /** A disagreement beside the request it is about. */
    record Standing(Disagreement disagreement, Request request) {
    }

    static Stream<Standing> standings() {
        List<Standing> all = new ArrayList<>();
        for (Status state : Status.values()) {
            Disagreement known = new Disagreement(ABOUT.at("cm-dijon"), 1, ASSESSED, state, Optional.empty(),
                    Optional.empty(), ASSESSED);
            Disagreement met = new Disagreement(known.about(), 1, ASSESSED, state, Optional.of(meeting()),
                    Optional.empty(), ASSESSED);
            for (Disagreement each : List.of(known, met)) {
                requests().forEach(request -> all.add(new Standing(each, request)));
                requests().forEach(request -> all.add(new Standing(each.meetingAt(Optional.of(at(3))), request)));
            }
        }
        return all.stream();
    }

    private static Meeting meeting() {
        return new Meeting(new UUID(0, 1), 1, true, Money.ofEuros("1500"), 18, ASSESSED, List.of(), Optional.empty());
    }

    private static List<Request> requests() {
        List<Request> all = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            for (int revision : List.of(1, 2)) {
                all.add(request(Request.Status.APPROVED, assessed(revision, verdict, true, true)));
            }
        }
        all.add(request(Request.Status.APPROVED, assessed(1, Verdict.ELIGIBLE, false, true)));
        all.add(request(Request.Status.APPROVED, assessed(1, Verdict.ELIGIBLE, true, false)));
        all.add(request(Request.Status.GONE, assessed(1, Verdict.ELIGIBLE, true, true)));
        return all;
    }

    private static Request.Assessed assessed(int revision, Verdict verdict, boolean meeting, boolean waiver) {
        return new Request.Assessed(revision, verdict, true, "vehicle", Money.ofEuros("2000"), 24, ASSESSED, meeting,
                waiver);
    }

    private static Request request(Request.Status status, Request.Assessed assessed) {
        return Requested.of(status, assessed, Optional.empty());
    }

    private static Appointment at(int days) {
        return new Appointment(ON.plusDays(days), Way.TELEPHONE, Optional.empty(), List.of(Function.BANK_ADVISER), 0);
    }

    @ParameterizedTest
    @MethodSource("standings")
    void whatIsNamedChangesSomethingAndNothingElseDoes(Standing standing) {
        Set<Act> possible = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            if (decide(act, standing.disagreement(),
                    standing.request()) instanceof Accepted<Disagreement, ConcertationEvent> accepted
                    && !accepted.state().equals(standing.disagreement())) {
                possible.add(act);
            }
        }
        assertEquals(possible, Set.copyOf(DisagreementActs.of(standing.disagreement(), standing.request())));
    }

    private static Decision<Disagreement, ConcertationEvent> decide(Act act, Disagreement disagreement,
            Request request) {
        return switch (act) {
            case APPOINTMENT -> AppointmentRules.arrange(disagreement, request, at(7), Optional.of(Excuse.OTHER), ON);
            case CANCELLATION -> AppointmentRules.cancel(disagreement, request);
            case MEETINGS -> ConcertationRules.meet(disagreement, request, new Outcome(new UUID(0, 7),
                    Optional.of(Money.ofEuros("1800")), Optional.empty(), new Minutes(List.of(), Optional.empty())),
                    ON);
            case WAIVER -> ConcertationRules.waive(disagreement, request, ON);
        };
    }
}
