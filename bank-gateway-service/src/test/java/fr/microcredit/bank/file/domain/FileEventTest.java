package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.file.domain.FileEvent.Verdict;
import fr.microcredit.bank.file.domain.FileRules.View;
import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** What others are told of a file: 3 000 over 24 months at 1 % instead of 4.40 %, 108.07 of the office's envelope. */
class FileEventTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 25);
    private static final LocalDate SIGNED = LocalDate.of(2008, 10, 1);
    private static final LocalDate FIRST_DUE = LocalDate.of(2008, 11, 5);
    private static final FileTerms TERMS = Sent.threeThousand();
    private static final View YES = new View(true, List.of());
    private static final View NO = new View(false, List.of(RefusalReason.AMOUNT_TOO_HIGH));
    private static final Optional<Money> SUBSIDY = Optional.of(Money.ofEuros("108.07"));

    @Test
    void anAcceptanceSaysWhatItAsksForAndARefusalAsksForNothing() {
        BankFile file = Sent.file(TERMS, ON);
        assertEquals(List.of(new FileEvent.Decided(1, 1, Verdict.ACCEPTED, List.of(), SUBSIDY, TERMS.document())),
                accepted(FileRules.decide(file, YES, ON)).events());
        Accepted<BankFile, FileEvent> disagreed = accepted(FileRules.decide(file, NO, ON));
        assertEquals(List.of(new FileEvent.Decided(1, 1, Verdict.DISAGREED, List.of(RefusalReason.AMOUNT_TOO_HIGH),
                Optional.empty(), TERMS.document())), disagreed.events());
        BankFile met = FileRules.met(disagreed.state(), new Meeting(1, 1, false, ON));
        assertEquals(List.of(new FileEvent.Finalised(1, 2, Verdict.ACCEPTED, List.of(), SUBSIDY, TERMS.document())),
                accepted(FileRules.finalise(met, YES, ON)).events());
        assertEquals(List.of(new FileEvent.Finalised(1, 2, Verdict.REFUSED, List.of(RefusalReason.AMOUNT_TOO_HIGH),
                Optional.empty(), TERMS.document())), accepted(FileRules.finalise(met, NO, ON)).events());
    }

    @Test
    void aContractSaysWhatWasSigned() {
        Accepted<BankFile, FileEvent> signed = accepted(
                FileRules.contract(Sent.ready(TERMS, ON), new Contract(SIGNED, FIRST_DUE)));
        assertEquals(List.of(new FileEvent.Contracted(1, 1, Money.ofEuros("3000"), 24, Rate.ofPercent("1"),
                FIRST_DUE)), signed.events());
        assertEquals(SIGNED, signed.state().lastOn());
    }

    /** What was declined says who and what of; what has run out was had, and was asked for in full. */
    @Test
    void whatIsLostIsKeptUntilTheBankDecidesAgain() {
        BankFile asked = accepted(FileRules.decide(Sent.file(TERMS, ON), YES, ON)).state();
        Shortfall capacity = new Shortfall(Shortfall.Of.GUARANTEE, "capacity-exceeded", Optional.of("fcs"),
                Money.ofEuros("3000"));
        BankFile declined = FileRules.guarantors(asked, new Reply(1, Answer.DECLINED, List.of(capacity)));
        assertEquals(List.of(capacity), declined.round().lost());
        assertEquals(List.of(capacity),
                FileRules.guarantors(declined, new Reply(1, Answer.DECLINED, List.of(capacity))).round().lost(),
                "heard again");
        Shortfall ranOut = new Shortfall(Shortfall.Of.SUBSIDY, "expired", Optional.empty(), Money.ofEuros("108.07"));
        BankFile both = FileRules.envelope(declined, Reply.of(1, Answer.EXPIRED));
        assertEquals(List.of(capacity, ranOut), both.round().lost());
        assertEquals(Answer.EXPIRED, both.round().subsidy());
        assertEquals(List.of(new Shortfall(Shortfall.Of.GUARANTEE, "expired", Optional.empty(),
                Money.ofEuros("3000"))), FileRules.guarantors(asked, Reply.of(1, Answer.EXPIRED)).round().lost());
        assertEquals(List.of(), accepted(FileRules.decide(both, YES, ON)).state().round().lost());
    }

    @ParameterizedTest
    @CsvSource({"1, GRANTED", "2, PENDING", "0, PENDING"})
    void anEnvelopeAnswersTheRoundItWasAskedIn(int round, Answer after) {
        BankFile asked = accepted(FileRules.decide(Sent.file(TERMS, ON), YES, ON)).state();
        assertEquals(after, FileRules.envelope(asked, Reply.of(round, Answer.GRANTED)).round().subsidy());
        assertEquals(Answer.PENDING, FileRules.envelope(asked, Reply.of(round, Answer.GRANTED)).round().guarantee());
    }

    /** The bank sees what is met; its own dates stay. */
    @Test
    void aConditionThatIsMetMovesNothing() {
        BankFile file = Sent.file(TERMS, ON);
        BankFile told = FileRules.fulfilled(file, List.of(Condition.PAYMENT_TO_SUPPLIER));
        assertEquals(List.of(Condition.PAYMENT_TO_SUPPLIER), told.request().fulfilled());
        assertEquals(file, FileRules.fulfilled(told, List.of()));
    }

    /** The same revision again is the same file, whatever has become of it meanwhile. */
    @Test
    void whatIsSentTwiceArrivesOnce() {
        BankFile file = Sent.file(TERMS, ON);
        BankFile decided = accepted(FileRules.decide(file, YES, ON)).state();
        assertEquals(file, FileRules.received(Optional.empty(), file));
        assertEquals(decided, FileRules.received(Optional.of(decided), file));
    }

    private static Accepted<BankFile, FileEvent> accepted(
            fr.microcredit.kit.domain.Decision<BankFile, FileEvent> decision) {
        return decision.orThrow(RefusedException::new);
    }
}
