package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.bank.file.domain.FileEvent.Withdrawn;
import fr.microcredit.bank.loan.domain.Lent;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.Loan.Owed;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

class WithdrawalRulesTest {
    private static final LocalDate SIGNED = LocalDate.of(2012, 3, 1);
    private static final LocalDate PAID_OUT = LocalDate.of(2012, 3, 9);
    private static final Owed OWED = new Owed(Money.ofEuros("3000"), Money.ofEuros("2.17"), PAID_OUT);

    /** The day of the signature does not count; seven days until 2011-04-30, fourteen from 2011-05-01. */
    @ParameterizedTest(name = "signed {0}: until {1}")
    @CsvSource({"2008-10-01, 2008-10-08", "2011-04-30, 2011-05-07", "2011-05-01, 2011-05-15",
            "2012-03-01, 2012-03-15", "2027-01-01, 2027-01-15"})
    void theLawOfTheContractsDayHolds(LocalDate signedOn, LocalDate lastDay) {
        assertEquals(lastDay, WithdrawalLaw.lastDay(signedOn));
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"RECEIVED", "ACCEPTED", "DISAGREED", "REFUSED", "CONTRACTED"})
    void whereNoMoneyCanHaveGoneOutItIsOverAtOnce(Status state) {
        LocalDate asked = state == Status.CONTRACTED ? SIGNED.plusDays(7) : LocalDate.of(2030, 1, 1);
        Accepted<BankFile, FileEvent> over = WithdrawalRules.asked(file(state), asked);
        assertEquals(Status.WITHDRAWN, over.state().state());
        assertEquals(NextStep.NONE, over.state().nextStep());
        assertEquals(List.of(new Withdrawn(1, 0, Optional.empty())), over.events());
        assertEquals(new Accepted<>(over.state(), List.of()), WithdrawalRules.asked(over.state(), PAID_OUT));
    }

    @Test
    void afterThePayOutTheBankWaitsForTheMoney() {
        Accepted<BankFile, FileEvent> asked = WithdrawalRules.asked(file(Status.DISBURSED),
                LocalDate.of(2012, 3, 15));
        assertEquals(NextStep.REPORT_WITHDRAWAL, asked.state().nextStep());
        assertEquals(List.of(), asked.events());
        Accepted<BankFile, FileEvent> over = accepted(WithdrawalRules.repaid(asked.state(), Optional.of(OWED),
                Money.ofEuros("3002.17"), LocalDate.of(2012, 3, 15)));
        assertEquals(Status.WITHDRAWN, over.state().state());
        assertEquals(List.of(new Withdrawn(1, 0, Optional.of(
                new Withdrawn.Repaid(Money.ofEuros("3000"), Money.ofEuros("2.17"))))), over.events());
    }

    @Test
    void afterTheLawsDaysTheLoanGoesOn() {
        Accepted<BankFile, FileEvent> late = WithdrawalRules.asked(file(Status.DISBURSED),
                LocalDate.of(2012, 3, 16));
        assertEquals(file(Status.DISBURSED), late.state());
        assertEquals(List.of(new FileEvent.WithdrawalDeclined(1, FileEvent.Declined.TOO_LATE)), late.events());
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"3002.16, 2012-03-15, not-what-is-owed", "3000, 2012-03-15, not-what-is-owed",
            "3002.17, 2012-03-13, before-the-withdrawal"})
    void whatComesBackIsWhatIsOwed(String amount, LocalDate on, String code) {
        BankFile asked = WithdrawalRules.asked(file(Status.DISBURSED), LocalDate.of(2012, 3, 14)).state();
        assertEquals(List.of(code), codes(WithdrawalRules.repaid(asked, Optional.of(OWED), Money.ofEuros(amount), on)));
    }

    /** An instalment was paid meanwhile. */
    @Test
    void whatComesBackComesAfterTheNewestPayment() {
        BankFile asked = WithdrawalRules.asked(file(Status.DISBURSED), LocalDate.of(2012, 3, 14)).state();
        Owed paidOn = new Owed(Money.ofEuros("2880"), Money.ZERO, LocalDate.of(2012, 4, 5));
        assertEquals(List.of("before-an-older-payment"), codes(WithdrawalRules.repaid(asked, Optional.of(paidOn),
                Money.ofEuros("2880"), LocalDate.of(2012, 3, 14))));
    }

    @ParameterizedTest
    @CsvSource({"2012-04-13, false", "2012-04-14, true"})
    void whatDoesNotComeBackInThirtyDaysGoesOnAsALoan(LocalDate on, boolean lapsed) {
        BankFile asked = WithdrawalRules.asked(file(Status.DISBURSED), LocalDate.of(2012, 3, 14)).state();
        if (lapsed) {
            Accepted<BankFile, FileEvent> goesOn = accepted(WithdrawalRules.lapse(asked, on));
            assertEquals(NextStep.NONE, goesOn.state().nextStep());
            assertEquals(List.of(new FileEvent.WithdrawalDeclined(1, FileEvent.Declined.NOT_REPAID)),
                    goesOn.events());
        } else {
            assertEquals(List.of("still-to-be-repaid"), codes(WithdrawalRules.lapse(asked, on)));
        }
        assertEquals(List.of("file-stage"), codes(WithdrawalRules.lapse(file(Status.DISBURSED), on)));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void nothingComesBackThatWasNotWithdrawn(Status state) {
        assertEquals(List.of("file-stage"), codes(WithdrawalRules.repaid(file(state), Optional.of(OWED),
                Money.ofEuros("3002.17"), LocalDate.of(2012, 3, 15))));
    }

    /** 3,000 at 4.40 % over six days of 365: 2.1699. */
    @ParameterizedTest
    @CsvSource({"2012-03-09, 0", "2012-03-10, 0.36", "2012-03-15, 2.17", "2012-03-23, 5.06"})
    void interestIsThatOfTheDaysSinceThePayOut(LocalDate on, String interest) {
        Loan loan = Lent.subsidised(file(Status.DISBURSED).about(), "3000", 24, "4.40", PAID_OUT,
                LocalDate.of(2012, 4, 5));
        assertEquals(new Owed(Money.ofEuros("3000"), Money.ofEuros(interest), PAID_OUT), loan.owedOn(on));
        assertEquals("withdrawn", loan.withdrawn(on).status());
    }

    private static BankFile file(Status state) {
        FileTerms terms = FileTerms.of(new FileTerms.Frozen(Money.ofEuros("3000"), 24, Rate.ofPercent("4.40"),
                Rate.ofPercent("4.40"), List.of(), Optional.empty()), new Verbatim("{}"));
        BankFile received = BankFile.received(About.dossier(new UUID(0, 1), new UUID(0, 2), "udaf").at("ce-poitou"),
                new FileRequest(1, "DIJ-2008-0042", "health", terms, List.of(), List.of()), SIGNED);
        BankFile signed = state == Status.CONTRACTED || state == Status.DISBURSED
                ? received.signed(new Contract(SIGNED, LocalDate.of(2012, 4, 5)))
                : received;
        return state == Status.DISBURSED ? signed.paidOut(PAID_OUT) : at(signed, state);
    }

    private static BankFile at(BankFile file, Status state) {
        return new BankFile(file.about(), file.request(), file.transmittedOn(), state, file.round(), file.meeting(),
                file.contract(), Optional.empty(), file.lastOn());
    }

    private static Accepted<BankFile, FileEvent> accepted(fr.microcredit.kit.domain.Decision<BankFile, FileEvent> of) {
        return (Accepted<BankFile, FileEvent>) of;
    }

    private static List<String> codes(fr.microcredit.kit.domain.Decision<BankFile, FileEvent> of) {
        return ((Refused<BankFile, FileEvent>) of).reasons().stream().map(Reason::code).toList();
    }
}
