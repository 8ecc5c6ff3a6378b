package fr.microcredit.commission.session.domain;

import static fr.microcredit.commission.request.domain.Requested.DOSSIER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.committee.domain.Committee.Function;
import fr.microcredit.commission.committee.domain.Committee.Mandate;
import fr.microcredit.commission.committee.domain.Committee.Rule;
import fr.microcredit.commission.committee.domain.Committee.Way;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.commission.session.domain.Ruling.Poll;
import fr.microcredit.commission.session.domain.Ruling.Verdict;
import fr.microcredit.commission.session.domain.Ruling.Votes;
import fr.microcredit.commission.session.domain.Session.Capacity;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Refused;

/** A committee that sits: who may chair, who is there, how it comes to a decision. */
class SittingTest {
    private static final UUID SESSION = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2008, 9, 22);

    @ParameterizedTest
    @CsvSource({"maire, ELECTED_REPRESENTATIVE, ", "adjointe, ELECTED_SUBSTITUTE, ",
            "maire, ELECTED_SUBSTITUTE, no-mandate", "adjointe, ELECTED_REPRESENTATIVE, no-mandate",
            "ancien, ELECTED_REPRESENTATIVE, no-mandate", "un, ELECTED_REPRESENTATIVE, no-mandate",
            "somebody, ELECTED_REPRESENTATIVE, no-mandate"})
    void whoChairsIsElectedForTheDay(String subject, Capacity capacity, String code) {
        Chair by = new Chair(subject, capacity);
        Session convened = Session.convened(SESSION, "ccas-dijon", DAY);
        List<String> expected = code == null ? List.of() : List.of(code);
        assertEquals(expected, codes(SessionRules.open(sitting(convened, Way.VOTE), by, List.of())));
        assertEquals(expected, codes(SessionRules.takeChair(sitting(open("other"), Way.VOTE), by)));
        assertEquals(List.of(), codes(SessionRules.open(new Sitting(convened, Optional.empty()), by, List.of())),
                "an office without a committee");
    }

    @ParameterizedTest
    @CsvSource({"un deux, ", "adjointe maire, ", "'', ", "un ancien, /present/1 not-a-member-that-day",
            "un un, /present/1 member-twice"})
    void onlyMembersOfTheDayArePresent(String present, String fault) {
        List<String> expected = fault == null ? List.of() : List.of(fault);
        Sitting sitting = sitting(open("maire"), Way.VOTE);
        assertEquals(expected, faults(AttendanceRules.attend(sitting, names(present), true)));
        assertEquals(expected, faults(SessionRules.open(sitting(Session.convened(SESSION, "ccas-dijon", DAY), Way.VOTE),
                new Chair("maire", Capacity.ELECTED_REPRESENTATIVE), names(present))));
    }

    @ParameterizedTest
    @CsvSource({"'', ", "un deux, ", "un, session-state"})
    void openingAgainDoesNotSayAnewWhoIsThere(String present, String code) {
        Session session = open("maire").attendedBy(names("un deux"));
        assertEquals(code == null ? List.of() : List.of(code), codes(SessionRules.open(sitting(session, Way.VOTE),
                new Chair("maire", Capacity.ELECTED_REPRESENTATIVE), names(present))));
    }

    @Test
    void attendanceIsRecordedWhileTheSessionIsOpenByWhoMayAndWhereThereIsACommittee() {
        Session open = open("maire");
        assertEquals(List.of("not-in-the-chair"),
                codes(AttendanceRules.attend(sitting(open, Way.VOTE), List.of(), false)));
        assertEquals(List.of("session-state"), codes(AttendanceRules.attend(
                sitting(Session.convened(SESSION, "ccas-dijon", DAY), Way.VOTE), List.of("un"), true)));
        assertEquals(List.of("no-committee"),
                codes(AttendanceRules.attend(new Sitting(open, Optional.empty()), List.of("un"), true)));
    }

    @Test
    void whoChairsIsThereAndWhoseMandateHasEndedBeforeIsNot() {
        Session session = open("maire").attendedBy(List.of("un", "ancien"));
        assertEquals(Set.of("maire", "un"), sitting(session, Way.VOTE).present());
        assertEquals(Set.of(), new Sitting(session, Optional.empty()).present());
    }

    /** A quorum of three: the mayor, and those who are named. */
    @ParameterizedTest
    @CsvSource({"un deux, '', ", "un, '', no-quorum", "un deux, un, no-quorum", "un deux trois, un, ",
            "un deux, trois, /withdrawn/0 member-not-present", "un deux trois, un un, /withdrawn/1 member-twice",
            "un deux trois, maire, /withdrawn/0 chair-stands-aside"})
    void aQuorumDecidesWithoutThoseWhoStandAside(String present, String withdrawn, String fault) {
        Session session = open("maire").attendedBy(names(present));
        assertEquals(fault == null ? List.of() : List.of(fault), faults(decide(sitting(session, Way.CONSENSUS),
                ruling(Verdict.APPROVED, Optional.empty(), names(withdrawn)))));
    }

    /** Four are there, and one of them may stand aside. */
    @ParameterizedTest
    @CsvSource({"VOTE, APPROVED, 3 1 0, '', ", "VOTE, APPROVED, 2 2 0, '', ", "VOTE, REFUSED, 2 1 1, '', ",
            "VOTE, APPROVED, 0 0 4, '', nobody-voted", "VOTE, REFUSED, 0 0 4, '', nobody-voted",
            "VOTE, ADJOURNED, 0 0 4, '', nobody-voted", "VOTE, APPROVED, 0 0 3, un, nobody-voted",
            "VOTE, APPROVED, 1 0 3, '', ", "VOTE, APPROVED, 1 1 2, '', ",
            "VOTE, APPROVED, 1 2 1, '', votes-against-it",
            "VOTE, REFUSED, 1 2 1, '', votes-against-it", "VOTE, APPROVED, 3 0 0, '', votes-do-not-sum",
            "VOTE, APPROVED, 3 0 0, un, ", "VOTE, APPROVED, 4 0 0, un, votes-do-not-sum",
            "VOTE, APPROVED, 0 5 0, '', votes-do-not-sum votes-against-it", "VOTE, APPROVED, , '', votes-required",
            "VOTE, REFUSED, , '', votes-required", "VOTE, ADJOURNED, , '', ", "VOTE, ADJOURNED, 4 0 0, '', ",
            "CONSENSUS, APPROVED, , '', ", "CONSENSUS, APPROVED, 4 0 0, '', votes-not-asked"})
    void votesSumUpAndCarryTheDecision(Way way, Verdict verdict, String votes, String withdrawn, String codes) {
        Session session = open("maire").attendedBy(names("un deux trois"));
        Decision<?, ?> decision = decide(sitting(session, way),
                ruling(verdict, Optional.ofNullable(votes).map(SittingTest::votes), names(withdrawn)));
        assertEquals(codes == null ? List.of() : names(codes), codes(decision));
    }

    @Test
    void anOfficeWithoutACommitteeCountsNobody() {
        Sitting sitting = new Sitting(open("anybody"), Optional.empty());
        assertEquals(List.of(), codes(decide(sitting, ruling(Verdict.APPROVED, Optional.empty(), List.of()))));
        assertEquals(List.of("/withdrawn/0 member-not-present", "/votes votes-not-asked"), faults(decide(sitting,
                ruling(Verdict.APPROVED, Optional.of(new Votes(1, 0, 0)), List.of("un")))));
    }

    @Test
    void aMandateThatWasEndedInMidSessionDecidesNothingAnyMoreAndEveryReasonIsTold() {
        Session session = open("ancien").attendedBy(List.of("un", "deux"));
        assertEquals(List.of("no-mandate", "no-quorum", "votes-required"),
                codes(decide(sitting(session, Way.VOTE), ruling(Verdict.APPROVED, Optional.empty(), List.of()))));
    }

    @Test
    void theSameDecisionHasTheSameVotes() {
        Session session = open("maire").attendedBy(names("un deux trois"));
        Ruling taken = ruling(Verdict.APPROVED, Optional.of(new Votes(4, 0, 0)), List.of());
        Session after = session.noting(taken.taken(sitting(session, Way.VOTE), Requested.onAgenda(SESSION)));
        assertEquals(List.of(), codes(decide(sitting(after, Way.VOTE), taken)));
        assertEquals(List.of("decided-otherwise"), codes(decide(sitting(after, Way.VOTE),
                ruling(Verdict.APPROVED, Optional.of(new Votes(3, 1, 0)), List.of()))));
    }

    private static Session open(String chair) {
        return Session.convened(SESSION, "ccas-dijon", DAY).at(Session.Status.OPEN,
                Optional.of(new Chair(chair, Capacity.ELECTED_REPRESENTATIVE)));
    }

    /** A quorum of three; the mandate of one who was president has ended the day before. */
    private static Sitting sitting(Session session, Way way) {
        List<Mandate> mandates = new ArrayList<>(List.of(mandate("maire", Function.PRESIDENT, null),
                mandate("adjointe", Function.SUBSTITUTE, null),
                mandate("ancien", Function.PRESIDENT, DAY.minusDays(1))));
        names("un deux trois").forEach(member -> mandates.add(mandate(member, Function.MEMBER, DAY)));
        return new Sitting(session, Optional.of(new Committee("ccas-dijon", new Rule(3, way), mandates, DAY)));
    }

    private static Mandate mandate(String subject, Function function, LocalDate to) {
        return new Mandate(UUID.randomUUID(), subject, function, DAY.minusYears(1), Optional.ofNullable(to));
    }

    private static Ruling ruling(Verdict verdict, Optional<Votes> votes, List<String> withdrawn) {
        return new Ruling(DOSSIER, 1, verdict, verdict == Verdict.REFUSED ? List.of(Ruling.Reason.OTHER) : List.of(),
                List.of(), List.of(), new Poll(0, votes, withdrawn), Optional.empty(),
                Ruling.Link.citing(Optional.empty()));
    }

    private static Decision<?, ?> decide(Sitting sitting, Ruling ruling) {
        String chair = sitting.session().chair().orElseThrow().subject();
        return RulingRules.decide(sitting, Requested.onAgenda(SESSION), ruling, chair);
    }

    private static Votes votes(String figures) {
        List<Integer> each = names(figures).stream().map(Integer::valueOf).toList();
        return new Votes(each.get(0), each.get(1), each.get(2));
    }

    private static List<String> names(String all) {
        return Stream.of(all.split(" ")).filter(each -> !each.isEmpty()).toList();
    }

    private static List<String> codes(Decision<?, ?> decision) {
        return decision instanceof Refused<?, ?> refused
                ? refused.reasons().stream().map(fr.microcredit.kit.domain.Reason::code).toList()
                : List.of();
    }

    private static List<String> faults(Decision<?, ?> decision) {
        return decision instanceof Refused<?, ?> refused
                ? refused.reasons().stream().map(each -> (each.pointer() + " " + each.code()).trim()).toList()
                : List.of();
    }
}
