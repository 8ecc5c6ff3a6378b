package fr.microcredit.commission.concertation.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.concertation.domain.Disagreement.Appointment;
import fr.microcredit.commission.concertation.domain.Disagreement.Excuse;
import fr.microcredit.commission.concertation.domain.Disagreement.Function;
import fr.microcredit.commission.concertation.domain.Disagreement.Way;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.commission.request.domain.Request.Verdict;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.money.Money;

/** The meeting with the bank is arranged ahead, moved and called off, and held all the same as before. */
class AppointmentRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2008, 10, 1);
    private static final Request APPROVED = Requested.of(Status.APPROVED,
            Requested.assessed(1, Verdict.ELIGIBLE, true), Optional.empty());

    @ParameterizedTest
    @CsvSource({"2008-10-01, ", "2009-01-01, ", "2008-09-30, date-in-the-past", "2009-01-02, meeting-too-far-ahead"})
    void aMeetingIsArrangedFromTodayWithinThreeMonths(LocalDate day, String code) {
        Decision<Disagreement, ConcertationEvent> arranged = arrange(open(), at(day), Optional.empty());
        assertEquals(Optional.ofNullable(code), code(arranged));
        if (code == null) {
            Accepted<Disagreement, ConcertationEvent> accepted = accepted(arranged);
            assertEquals(Optional.of(at(day)), accepted.state().appointment());
            assertEquals(open().lastOn(), accepted.state().lastOn(), "it is no step");
            assertEquals(List.of(), accepted.events());
        }
    }

    @Test
    void itIsMovedWithAReasonAndTheSameAgainIsNoMove() {
        Disagreement first = accepted(arrange(open(), at(TODAY.plusDays(7)), Optional.empty())).state();
        assertEquals(Optional.of("required"), code(arrange(first, at(TODAY.plusDays(9)), Optional.empty())));
        Disagreement moved = accepted(
                arrange(first, at(TODAY.plusDays(9)), Optional.of(Excuse.BANK_UNAVAILABLE))).state();
        assertEquals(1, moved.appointment().orElseThrow().moves());
        assertEquals(Decision.unchanged(moved), arrange(moved, at(TODAY.plusDays(9)), Optional.empty()));
    }

    @Test
    void whatIsCalledOffIsArrangedAgainWithoutAReason() {
        Disagreement first = accepted(arrange(open(), at(TODAY.plusDays(7)), Optional.empty())).state();
        Disagreement off = accepted(AppointmentRules.cancel(first, APPROVED)).state();
        assertEquals(Optional.empty(), off.appointment());
        assertEquals(Decision.unchanged(off), AppointmentRules.cancel(off, APPROVED));
        assertEquals(Optional.empty(), code(arrange(off, at(TODAY.plusDays(8)), Optional.empty())));
    }

    /** What was arranged for the first meeting was kept: the next one is not moved. */
    @Test
    void anotherMeetingIsArrangedWithoutAReason() {
        Disagreement met = accepted(arrange(open(), at(TODAY.plusDays(7)), Optional.empty())).state()
                .met(new Disagreement.Meeting(new UUID(0, 1), 1, false, Money.ofEuros("1500"), 18, TODAY.plusDays(7),
                        List.of(), Optional.empty()));
        assertEquals(Optional.empty(), met.appointment());
    }

    @Test
    void whereNoMeetingIsDueNoneIsArranged() {
        Disagreement settled = ConcertationRules.settled(open(), TODAY);
        assertEquals(Optional.of("no-meeting-due"), code(arrange(settled, at(TODAY), Optional.empty())));
        assertEquals(Optional.of("no-meeting-due"), code(AppointmentRules
                .cancel(settled.meetingAt(Optional.of(at(TODAY))), APPROVED)));
    }

    private static Disagreement open() {
        return ConcertationRules.disagreed(ABOUT.at("cm-dijon"), 1, ASSESSED.plusDays(1), Optional.empty());
    }

    private static Appointment at(LocalDate day) {
        return new Appointment(day, Way.TELEPHONE, Optional.empty(), List.of(Function.BANK_ADVISER), 0);
    }

    private static Decision<Disagreement, ConcertationEvent> arrange(Disagreement disagreement,
            Appointment appointment, Optional<Excuse> excuse) {
        return AppointmentRules.arrange(disagreement, APPROVED, appointment, excuse, TODAY);
    }

    private static Accepted<Disagreement, ConcertationEvent> accepted(
            Decision<Disagreement, ConcertationEvent> decision) {
        return (Accepted<Disagreement, ConcertationEvent>) decision;
    }

    private static Optional<String> code(Decision<?, ?> decision) {
        return decision instanceof Refused<?, ?> refused
                ? Optional.of(refused.reasons().get(0).code())
                : Optional.empty();
    }
}
