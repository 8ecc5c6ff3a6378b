package fr.microcredit.bank.file.domain;

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

import fr.microcredit.bank.file.domain.BankFile.Answer;
import fr.microcredit.bank.file.domain.BankFile.Contract;
import fr.microcredit.bank.file.domain.BankFile.Meeting;
import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.bank.file.domain.FileDecision.Refusal;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

class HandlingTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 25);
    private static final Contract CONTRACT = new Contract(LocalDate.of(2008, 10, 1), LocalDate.of(2008, 11, 5));

    @Test
    void anAcceptanceAsksGuarantorsAndEnvelope() {
        BankFile accepted = accepted(Handling.decide(file(), true, List.of(), ON));
        assertEquals(Status.ACCEPTED, accepted.status());
        assertEquals(1, accepted.round());
        assertEquals(Answer.PENDING, accepted.guarantee());
        assertEquals(Answer.PENDING, accepted.subsidy());
        assertEquals(Refusal.WRONG_STAGE, refusal(Handling.decide(accepted, true, List.of(), ON)));
    }

    /** guarantee, subsidy: what a contract meets with. */
    @ParameterizedTest
    @CsvSource({"PENDING, PENDING, GUARANTEE_PENDING", "GRANTED, PENDING, GUARANTEE_PENDING",
            "PENDING, GRANTED, GUARANTEE_PENDING", "DECLINED, GRANTED, GUARANTEE_DECLINED",
            "GRANTED, DECLINED, GUARANTEE_DECLINED", "EXPIRED, GRANTED, GUARANTEE_DECLINED", "GRANTED, GRANTED,",
            "GRANTED, NOT_ASKED,", "NOT_ASKED, NOT_ASKED,"})
    void aContractWaitsForBothAnswers(Answer guarantee, Answer subsidy, Refusal refusal) {
        BankFile file = accepted(Handling.decide(file(), true, List.of(), ON)).answered(guarantee, subsidy);
        FileDecision decision = Handling.contract(file, CONTRACT);
        assertEquals(Optional.ofNullable(refusal), decision instanceof FileDecision.Refused refused
                ? Optional.of(refused.refusal())
                : Optional.empty());
    }

    @Test
    void whatIsDeclinedIsDecidedAgainInANewRound() {
        BankFile declined = Handling.guarantors(accepted(Handling.decide(file(), true, List.of(), ON)), 1,
                Answer.DECLINED);
        assertTrue(declined.isToBeDecidedAgain());
        BankFile again = accepted(Handling.decide(declined, true, List.of(), ON));
        assertEquals(2, again.round());
        assertEquals(Answer.PENDING, again.guarantee());
        assertEquals(again, Handling.guarantors(again, 1, Answer.GRANTED), "an answer to round 1 comes too late");
    }

    @Test
    void theLastWordNeedsTheMeetingAndWhatItChanged() {
        BankFile disagreed = accepted(Handling.decide(file(), false, List.of("amount-too-high"), ON));
        assertEquals(Refusal.MEETING_REQUIRED, refusal(Handling.finalise(disagreed, false, List.of(), ON)));

        BankFile changing = Handling.met(disagreed, new Meeting(1, 1, true));
        assertEquals(Refusal.MEETING_REQUIRED, refusal(Handling.finalise(changing, true, List.of(), ON)));
        BankFile changed = Handling.received(Optional.of(changing), file(2));
        assertEquals(Status.ACCEPTED, accepted(Handling.finalise(changed, true, List.of(), ON)).status());

        BankFile unchanged = Handling.met(disagreed, new Meeting(1, 1, false));
        assertEquals(Status.REFUSED, accepted(Handling.finalise(unchanged, false, List.of("risk"), ON)).status());
        assertEquals(Refusal.WRONG_STAGE, refusal(Handling.finalise(file(), false, List.of(), ON)));
    }

    @Test
    void aNewDisagreementNeedsAMeetingOfItsOwn() {
        BankFile met = Handling.met(accepted(Handling.decide(file(), false, List.of("other"), ON)),
                new Meeting(1, 1, false));
        BankFile declined = Handling.guarantors(accepted(Handling.finalise(met, true, List.of(), ON)), 2,
                Answer.DECLINED);
        BankFile again = accepted(Handling.decide(declined, false, List.of("other"), ON));
        assertEquals(Refusal.MEETING_REQUIRED, refusal(Handling.finalise(again, false, List.of(), ON)));
        assertEquals(again, Handling.met(again, new Meeting(1, 1, false)), "said of the first disagreement");
        assertTrue(Handling.met(again, new Meeting(3, 1, false)).awaitsFinalDecision());
    }

    @ParameterizedTest
    @CsvSource({"2008-10-01, 2008-10-01", "2008-10-01, 2009-04-02", "2008-10-01, 2108-11-05"})
    void theFirstInstalmentFollowsTheSignatureWithinMonths(LocalDate signedOn, LocalDate firstDueOn) {
        BankFile ready = accepted(Handling.decide(file(), true, List.of(), ON)).answered(Answer.GRANTED,
                Answer.GRANTED);
        assertEquals(Refusal.DATES_OUT_OF_ORDER,
                refusal(Handling.contract(ready, new Contract(signedOn, firstDueOn))));
    }

    @ParameterizedTest(name = "paid out on {0}: {1}")
    @CsvSource({"2008-10-01, TOO_EARLY", "2008-10-08, TOO_EARLY", "2008-10-09,", "2008-11-04,",
            "2008-11-05, DATES_OUT_OF_ORDER"})
    void noMoneyMovesWithinSevenDaysNorAfterTheFirstDueDate(LocalDate on, Refusal refusal) {
        BankFile ready = accepted(Handling.decide(file(), true, List.of(), ON)).answered(Answer.GRANTED,
                Answer.GRANTED);
        FileDecision decision = Handling.disburse(accepted(Handling.contract(ready, CONTRACT)), on);
        assertEquals(Optional.ofNullable(refusal), decision instanceof FileDecision.Refused refused
                ? Optional.of(refused.refusal())
                : Optional.empty());
    }

    @Test
    void aReservationThatLapsesBeforeThePayOutStopsIt() {
        BankFile ready = accepted(Handling.decide(file(), true, List.of(), ON)).answered(Answer.GRANTED,
                Answer.GRANTED);
        BankFile lapsed = Handling.guarantors(accepted(Handling.contract(ready, CONTRACT)), 1, Answer.EXPIRED);
        assertEquals(Refusal.GUARANTEE_DECLINED, refusal(Handling.disburse(lapsed, LocalDate.of(2008, 10, 20))));
        assertTrue(lapsed.isToBeDecidedAgain());
        BankFile paid = accepted(
                Handling.disburse(accepted(Handling.contract(ready, CONTRACT)), LocalDate.of(2008, 10, 20)));
        assertEquals(paid, Handling.guarantors(paid, 1, Answer.EXPIRED), "after the pay-out nothing lapses");
        assertFalse(paid.isToBeDecidedAgain());
    }

    private static BankFile accepted(FileDecision decision) {
        return ((FileDecision.Accepted) decision).file();
    }

    private static Refusal refusal(FileDecision decision) {
        return ((FileDecision.Refused) decision).refusal();
    }

    private static BankFile file() {
        return file(1);
    }

    private static BankFile file(int revision) {
        FileTerms terms = new FileTerms(Money.ofEuros("1500"), 18, Rate.ofPercent("1"), Rate.ofPercent("4.40"), true,
                true,
                "{}");
        return new BankFile(new UUID(0, 1), "ccas-dijon", "cm-dijon", new UUID(0, 2), revision, "vehicle", terms, ON,
                Status.RECEIVED, 0, Answer.NOT_ASKED, Answer.NOT_ASKED, Optional.empty(), Optional.empty(), ON, 0);
    }
}
