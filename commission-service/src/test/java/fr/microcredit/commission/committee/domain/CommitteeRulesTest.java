package fr.microcredit.commission.committee.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.committee.domain.Committee.Function;
import fr.microcredit.commission.committee.domain.Committee.Mandate;
import fr.microcredit.commission.committee.domain.Committee.Rule;
import fr.microcredit.commission.committee.domain.Committee.Way;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;

class CommitteeRulesTest {
    private static final LocalDate SET_UP_ON = LocalDate.of(2008, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2008, 9, 22);
    private static final UUID MANDATE = UUID.randomUUID();

    @Test
    void aRuleHoldsUntilAnotherTakesItsPlace() {
        Committee committee = committee();
        Committee changed = accepted(CommitteeRules.change(committee, new Rule(3, Way.VOTE), TODAY));
        assertEquals(new Rule(3, Way.VOTE), changed.rule());
        assertEquals(TODAY, changed.lastOn());
        assertEquals(changed, accepted(CommitteeRules.change(changed, new Rule(3, Way.VOTE), TODAY.plusDays(1))));
    }

    @ParameterizedTest
    @CsvSource({"2008-03-17, , ", "2008-03-17, 2014-03-30, ", "2008-03-17, 2008-03-17, ",
            "2008-03-17, 2008-03-16, ends-before-it-begins", "2030-01-01, , "})
    void aMandateIsEnteredForAnyDays(LocalDate from, LocalDate to, String code) {
        Decision<Committee, Void> decision = CommitteeRules.appoint(committee(), mandate(from, to), TODAY);
        assertEquals(Optional.ofNullable(code), code(decision));
        if (code == null) {
            Committee entered = accepted(decision);
            Mandate again = new Mandate(UUID.randomUUID(), "elu", Function.PRESIDENT, from, Optional.ofNullable(to));
            assertEquals(entered, accepted(CommitteeRules.appoint(entered, again, TODAY)), "the same again");
        }
    }

    @ParameterizedTest
    @CsvSource({", 2008-09-21, ", ", 2008-03-16, ", ", 2008-03-15, ends-before-it-begins", ", 2031-01-01, ",
            "2014-03-30, 2014-03-30, ", "2014-03-30, 2010-06-30, ", "2014-03-30, 2014-03-31, mandate-not-extended"})
    void aMandateEndsEarlierAndNeverLater(LocalDate before, LocalDate last, String code) {
        Committee committee = accepted(CommitteeRules.appoint(committee(),
                mandate(LocalDate.of(2008, 3, 17), before), TODAY));
        Decision<Committee, Void> decision = CommitteeRules.end(committee, MANDATE, last, TODAY);
        assertEquals(Optional.ofNullable(code), code(decision));
        if (code == null) {
            assertEquals(Optional.of(last), accepted(decision).mandates().get(0).to());
        }
    }

    @Test
    void onlyAMandateThatWasEnteredEnds() {
        assertEquals(Optional.of("not-found"), code(CommitteeRules.end(committee(), MANDATE, TODAY, TODAY)));
    }

    @ParameterizedTest
    @CsvSource({"2008-03-16, false", "2008-03-17, true", "2014-03-30, true", "2014-03-31, false"})
    void aMandateHoldsFromItsFirstDayToItsLast(LocalDate day, boolean holds) {
        Committee committee = accepted(CommitteeRules.appoint(committee(),
                mandate(LocalDate.of(2008, 3, 17), LocalDate.of(2014, 3, 30)), TODAY));
        assertEquals(holds, committee.sits("elu", day));
        assertEquals(holds, committee.sitsAs(Function.PRESIDENT, "elu", day));
        assertFalse(committee.sitsAs(Function.SUBSTITUTE, "elu", day));
        assertFalse(committee.sits("somebody", day));
    }

    @Test
    void whatWasEnteredByMistakeNeverWas() {
        LocalDate first = LocalDate.of(2008, 3, 17);
        Committee mistaken = accepted(CommitteeRules.appoint(committee(), mandate(first, null), TODAY));
        assertTrue(mistaken.sits("elu", first));
        Committee mended = accepted(CommitteeRules.end(mistaken, MANDATE, first.minusDays(1), TODAY));
        assertFalse(mended.sits("elu", first));
        assertEquals(1, mended.mandates().size(), "it stays to be seen");
    }

    /** The same person as the same function may be elected twice, and each mandate ends by itself. */
    @Test
    void twoMandatesOfOnePersonAreTwo() {
        LocalDate first = LocalDate.of(2008, 3, 17);
        Committee one = accepted(CommitteeRules.appoint(committee(), mandate(first, null), TODAY));
        UUID id = UUID.randomUUID();
        Committee two = accepted(CommitteeRules.appoint(one,
                new Mandate(id, "elu", Function.PRESIDENT, first, Optional.of(LocalDate.of(2014, 3, 30))), TODAY));
        assertEquals(2, two.mandates().size());
        Committee ended = accepted(CommitteeRules.end(two, id, LocalDate.of(2010, 6, 30), TODAY));
        assertEquals(List.of(Optional.empty(), Optional.of(LocalDate.of(2010, 6, 30))),
                ended.mandates().stream().map(Mandate::to).toList());
    }

    @Test
    void anOfficeHasOneCommittee() {
        assertEquals("ccas-dijon", committee().key());
        assertEquals("ccas-dijon", committee().tenant());
        assertEquals("set-up", committee().status());
        assertEquals(SET_UP_ON, committee().day());
    }

    private static Committee committee() {
        return accepted(CommitteeRules.setUp("ccas-dijon", new Rule(2, Way.CONSENSUS), SET_UP_ON));
    }

    private static Mandate mandate(LocalDate from, LocalDate to) {
        return new Mandate(MANDATE, "elu", Function.PRESIDENT, from, Optional.ofNullable(to));
    }

    private static Committee accepted(Decision<Committee, Void> decision) {
        return ((Accepted<Committee, Void>) decision).state();
    }

    private static Optional<String> code(Decision<Committee, Void> decision) {
        return decision instanceof Refused<Committee, Void> refused
                ? Optional.of(refused.reasons().stream().map(Reason::code).reduce((one, other) -> one + " " + other)
                        .orElseThrow())
                : Optional.empty();
    }
}
