package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.bank.file.domain.FileRules.View;
import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

class FileRulesTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 25);
    private static final LocalDate SIGNED = LocalDate.of(2008, 10, 1);
    private static final LocalDate FIRST_DUE = LocalDate.of(2008, 11, 5);
    private static final View YES = new View(true, List.of());
    private static final View NO = new View(false, List.of(RefusalReason.AMOUNT_TOO_HIGH));

    @Test
    void anAcceptanceAsksGuarantorsAndEnvelope() {
        BankFile accepted = accepted(FileRules.decide(file(), YES, ON));
        assertEquals(Status.ACCEPTED, accepted.state());
        assertEquals(1, accepted.round().number());
        assertEquals(Answer.PENDING, accepted.round().guarantee());
        assertEquals(Answer.PENDING, accepted.round().subsidy());
        assertEquals("file-stage", refusal(FileRules.decide(accepted, YES, ON)));
    }

    /** guarantee, subsidy: what a contract meets with. */
    @ParameterizedTest
    @CsvSource({"PENDING, PENDING, guarantee-pending", "GRANTED, PENDING, guarantee-pending",
            "PENDING, GRANTED, guarantee-pending", "DECLINED, GRANTED, guarantee-declined",
            "GRANTED, DECLINED, guarantee-declined", "EXPIRED, GRANTED, guarantee-declined", "GRANTED, GRANTED,",
            "GRANTED, NOT_ASKED,", "NOT_ASKED, NOT_ASKED,"})
    void aContractWaitsForBothAnswers(Answer guarantee, Answer subsidy, String refusal) {
        BankFile file = accepted(FileRules.decide(file(), YES, ON)).answered(new Round(1, guarantee, subsidy));
        assertEquals(refusal, refusal(FileRules.contract(file, new Contract(SIGNED, FIRST_DUE))));
    }

    @Test
    void whatIsDeclinedIsDecidedAgainInANewRound() {
        BankFile declined = FileRules.guarantors(accepted(FileRules.decide(file(), YES, ON)),
                Reply.of(1, Answer.DECLINED));
        assertTrue(declined.isToBeDecidedAgain());
        BankFile again = accepted(FileRules.decide(declined, YES, ON));
        assertEquals(2, again.round().number());
        assertEquals(Answer.PENDING, again.round().guarantee());
        assertEquals(again, FileRules.guarantors(again, Reply.of(1, Answer.GRANTED)),
                "an answer to round 1 comes too late");
    }

    @Test
    void theLastWordNeedsTheMeetingAndWhatItChanged() {
        BankFile disagreed = accepted(FileRules.decide(file(), NO, ON));
        assertEquals("meeting-required", refusal(FileRules.finalise(disagreed, NO, ON)));

        BankFile changing = FileRules.met(disagreed, new Meeting(1, 1, true, ON));
        assertEquals("meeting-required", refusal(FileRules.finalise(changing, YES, ON)));
        BankFile changed = FileRules.received(Optional.of(changing), file(2));
        assertEquals(Status.ACCEPTED, accepted(FileRules.finalise(changed, YES, ON)).state());

        BankFile unchanged = FileRules.met(disagreed, new Meeting(1, 1, false, ON));
        assertEquals(Status.REFUSED, accepted(FileRules.finalise(unchanged, NO, ON)).state());
        assertEquals("file-stage", refusal(FileRules.finalise(file(), NO, ON)));
    }

    /** A scheme may leave the meeting to both; what one has changed is awaited all the same. */
    @Test
    void withoutAMeetingInTheSchemeTheLastWordNeedsNone() {
        FileTerms.Frozen terms = file().terms().frozen();
        FileTerms free = FileTerms.of(new FileTerms.Frozen(terms.amount(), terms.termMonths(), terms.borrowerRate(),
                terms.bankRate(), terms.guarantees(), terms.subsidy(), Optional.of(false), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty()),
                new Verbatim("{}"));
        BankFile received = BankFile.received(file().about(),
                new FileRequest(1, "DIJ-2008-0042", "vehicle", free, List.of(), List.of()), ON);
        BankFile disagreed = accepted(FileRules.decide(received, NO, ON));
        assertEquals(Status.REFUSED, accepted(FileRules.finalise(disagreed, NO, ON)).state());
        assertEquals("meeting-required",
                refusal(FileRules.finalise(FileRules.met(disagreed, new Meeting(1, 1, true, ON)), NO, ON)));
    }

    @Test
    void aNewDisagreementNeedsAMeetingOfItsOwn() {
        BankFile met = FileRules.met(accepted(FileRules.decide(file(), NO, ON)),
                new Meeting(1, 1, false, ON));
        BankFile declined = FileRules.guarantors(accepted(FileRules.finalise(met, YES, ON)),
                Reply.of(2, Answer.DECLINED));
        BankFile again = accepted(FileRules.decide(declined, NO, ON));
        assertEquals("meeting-required", refusal(FileRules.finalise(again, NO, ON)));
        assertEquals(again, FileRules.met(again, new Meeting(1, 1, false, ON)), "said of the first disagreement");
        assertTrue(FileRules.met(again, new Meeting(3, 1, false, ON)).awaitsFinalDecision());
    }

    @ParameterizedTest
    @CsvSource({"2008-10-01, 2008-10-01, before-any-disbursement", "2008-10-01, 2008-10-02, before-any-disbursement",
            "2008-10-01, 2008-10-09, before-any-disbursement", "2008-10-01, 2008-10-10,", "2008-10-01, 2009-04-01,",
            "2008-10-01, 2009-04-02, too-far-away", "2008-10-01, 2098-11-05, too-far-away"})
    void theFirstInstalmentFollowsTheEarliestPayOutWithinMonths(LocalDate signedOn, LocalDate firstDueOn,
            String refusal) {
        BankFile ready = accepted(FileRules.decide(file(), YES, ON))
                .answered(new Round(1, Answer.GRANTED, Answer.GRANTED));
        assertEquals(refusal, refusal(FileRules.contract(ready, new Contract(signedOn, firstDueOn))));
    }

    @ParameterizedTest(name = "paid out on {0}: {1}")
    @CsvSource({"2008-10-01, too-early", "2008-10-08, too-early", "2008-10-09,", "2008-11-04,",
            "2008-11-05, after-first-due-date"})
    void noMoneyMovesWithinSevenDaysNorAfterTheFirstDueDate(LocalDate on, String refusal) {
        BankFile ready = accepted(FileRules.decide(file(), YES, ON))
                .answered(new Round(1, Answer.GRANTED, Answer.GRANTED));
        assertEquals(refusal,
                refusal(FileRules.disburse(accepted(FileRules.contract(ready, new Contract(SIGNED, FIRST_DUE))), on)));
    }

    @Test
    void aReservationThatLapsesBeforeThePayOutStopsIt() {
        BankFile ready = accepted(FileRules.decide(file(), YES, ON))
                .answered(new Round(1, Answer.GRANTED, Answer.GRANTED));
        BankFile lapsed = FileRules.guarantors(accepted(FileRules.contract(ready, new Contract(SIGNED, FIRST_DUE))),
                Reply.of(1, Answer.EXPIRED));
        assertEquals("guarantee-declined", refusal(FileRules.disburse(lapsed, LocalDate.of(2008, 10, 20))));
        assertTrue(lapsed.isToBeDecidedAgain());
        BankFile paid = accepted(
                FileRules.disburse(accepted(FileRules.contract(ready, new Contract(SIGNED, FIRST_DUE))),
                        LocalDate.of(2008, 10, 20)));
        assertEquals(paid, FileRules.guarantors(paid, Reply.of(1, Answer.EXPIRED)), "after the pay-out nothing lapses");
        assertFalse(paid.isToBeDecidedAgain());
    }

    @Test
    void whoDoesNotAgreeSaysWhyAndWhoAcceptsDoesNot() {
        assertEquals("required", refusal(FileRules.decide(file(), new View(false, List.of()), ON)));
        assertEquals("named-twice", refusal(FileRules.decide(file(),
                new View(false, List.of(RefusalReason.OTHER, RefusalReason.OTHER)), ON)));
        assertEquals("not-expected",
                refusal(FileRules.decide(file(), new View(true, List.of(RefusalReason.OTHER)), ON)));
        BankFile met = FileRules.met(accepted(FileRules.decide(file(), NO, ON)), new Meeting(1, 1, false, ON));
        assertEquals("required", refusal(FileRules.finalise(met, new View(false, List.of()), ON)));
        assertEquals("not-expected",
                refusal(FileRules.finalise(met, new View(true, List.of(RefusalReason.OTHER)), ON)));
    }

    @Test
    void theLastWordDoesNotComeBeforeTheMeeting() {
        BankFile disagreed = accepted(FileRules.decide(file(), NO, ON));
        assertEquals(ON.plusDays(9), FileRules.met(disagreed, new Meeting(1, 1, false, ON.plusDays(9))).lastOn());
        assertEquals(ON, FileRules.met(disagreed, new Meeting(1, 1, false, ON.minusDays(9))).lastOn());
    }

    @Test
    void theLastWordDoesNotComeBeforeTheChangedRequest() {
        BankFile met = FileRules.met(accepted(FileRules.decide(file(), NO, ON)),
                new Meeting(1, 1, true, ON.plusDays(5)));
        assertEquals(ON.plusDays(9), FileRules.received(Optional.of(met), file(2, ON.plusDays(9))).lastOn());
        BankFile early = FileRules.received(Optional.of(met), file(2, ON.plusDays(4)));
        assertEquals(ON.plusDays(5), early.lastOn(), "the meeting is newer");
        assertEquals(ON, early.transmittedOn(), "the file keeps its place in the bank's list");
    }

    @Test
    void theTableTravelsWithTheDisbursement() {
        BankFile ready = accepted(FileRules.decide(file(), YES, ON))
                .answered(new Round(1, Answer.GRANTED, Answer.GRANTED));
        assertEquals(Optional.of(Money.ofEuros("40.87")), ready.terms().subsidy());
        Decision<BankFile, FileEvent> paid = FileRules.disburse(
                accepted(FileRules.contract(ready, new Contract(SIGNED, FIRST_DUE))), LocalDate.of(2008, 10, 10));
        FileEvent.Disbursed told = (FileEvent.Disbursed) paid.orThrow(RefusedException::new).events().get(0);
        assertEquals(18, told.table().lines().size());
        assertEquals(LocalDate.of(2010, 4, 5), told.table().lines().get(17).dueOn());
        assertEquals(Money.ofEuros("84.08"), told.table().lines().get(17).payment());
        assertEquals(Money.ofEuros("40.87"),
                Money.sum(told.table().lines().stream().map(InstalmentTable.Line::subsidy).toList()));
    }

    private static BankFile accepted(Decision<BankFile, FileEvent> decision) {
        return decision.orThrow(RefusedException::new).state();
    }

    private static String refusal(Decision<BankFile, FileEvent> decision) {
        return decision instanceof Decision.Refused<BankFile, FileEvent> refused
                ? refused.reasons().get(0).code()
                : null;
    }

    private static BankFile file() {
        return file(1);
    }

    private static BankFile file(int revision) {
        return file(revision, ON);
    }

    private static BankFile file(int revision, LocalDate on) {
        FileTerms terms = FileTerms.of(new FileTerms.Frozen(Money.ofEuros("1500"), 18, Rate.ofPercent("1"),
                Rate.ofPercent("4.40"), List.of(new FileTerms.Frozen.Guarantee("fcs", new BigDecimal("0.50"))),
                Optional.of(new FileTerms.Frozen.Subsidy("schedule-difference", Optional.empty()))),
                new Verbatim("{}"));
        return BankFile.received(About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-dijon").at("cm-dijon"),
                new FileRequest(revision, "DIJ-2008-0042", "vehicle", terms, List.of(), List.of()), on);
    }
}
