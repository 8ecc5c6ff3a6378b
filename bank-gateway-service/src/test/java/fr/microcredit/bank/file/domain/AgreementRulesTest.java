package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;

/** Code de la consommation, L312-24, and L311-16 of before 2011-05-01: what a bank's silence after the signature means. */
class AgreementRulesTest {
    private static final LocalDate SIGNED = LocalDate.of(2012, 3, 1);

    /** signed, reserved in the offer: whether a word is owed, until when, and whether the pay-out is one. */
    @ParameterizedTest
    @CsvSource({"2011-04-30, false, false, 2011-05-07, false", "2011-04-30, true, true, 2011-05-07, false",
            "2011-05-01, false, true, 2011-05-08, true", "2026-12-01, false, true, 2026-12-08, true"})
    void theLawOfTheContractsDayHolds(LocalDate signedOn, boolean reserved, boolean owed, LocalDate until,
            boolean payOutAgrees) {
        Contract contract = contract(signedOn, reserved);
        assertEquals(owed, contract.awaitsAgreement());
        assertEquals(until, contract.agreementUntil());
        assertEquals(payOutAgrees, contract.law().payOutAgrees());
        assertEquals(Optional.of(until).filter(any -> owed), signed(contract).agreementAwaitedUntil());
    }

    @ParameterizedTest
    @CsvSource({"2012-03-01, false, true", "2012-03-08, false, true", "2012-03-09, false, false",
            "2012-03-09, true, true"})
    void aLateWordHoldsIfTheBorrowerStillWantsIt(LocalDate on, boolean stillWanted, boolean holds) {
        Decision<BankFile, FileEvent> agreed = AgreementRules.agree(signed(contract(SIGNED, false)), stillWanted, on);
        assertEquals(holds, agreed.holds());
        if (holds) {
            Accepted<BankFile, FileEvent> accepted = agreed.orThrow(RefusedException::new);
            assertEquals(List.of(new FileEvent.Agreed(1, 1)), accepted.events());
            assertEquals(Optional.of(on), accepted.state().contract().orElseThrow().agreedOn());
            assertEquals(on, accepted.state().lastOn());
            assertEquals(Decision.unchanged(accepted.state()), AgreementRules.agree(accepted.state(), false, on));
        } else {
            assertEquals(Decision.refused(Reason.invalid("/stillWanted", "agreement-late", "2012-03-08")), agreed);
        }
    }

    @Test
    void whatIsNotOwedIsNotGiven() {
        assertEquals(Decision.refused(Reason.conflict("no-agreement-due")),
                AgreementRules.agree(signed(contract(LocalDate.of(2011, 4, 30), false)), true, SIGNED));
        assertEquals(Decision.refused(Reason.conflict("file-stage")), AgreementRules
                .agree(signed(contract(SIGNED, false)).paidOut(SIGNED.plusDays(8)), true, SIGNED.plusDays(9)));
    }

    /** Told once, with the end of the last day, and nothing ends by it. */
    @Test
    void silenceIsARefusalThatALateWordUndoes() {
        BankFile file = signed(contract(SIGNED, false));
        assertEquals(Optional.empty(), AgreementRules.silent(file, LocalDate.of(2012, 3, 7)));
        Accepted<BankFile, FileEvent> told = AgreementRules.silent(file, LocalDate.of(2012, 3, 8)).orElseThrow();
        assertEquals(List.of(new FileEvent.AgreementLapsed(1, 1)), told.events());
        assertEquals(Status.CONTRACTED, told.state().state());
        assertEquals(Optional.of(LocalDate.of(2012, 3, 8)), told.state().contract().orElseThrow().refusedOn());
        assertEquals(Optional.empty(), told.state().agreementAwaitedUntil());
        assertEquals(Optional.empty(), AgreementRules.silent(told.state(), LocalDate.of(2012, 3, 9)));
        BankFile late = AgreementRules.agree(told.state(), true, LocalDate.of(2012, 3, 10))
                .orThrow(RefusedException::new).state();
        assertEquals(Optional.empty(), late.contract().orElseThrow().refusedOn());
        assertEquals(Optional.empty(), AgreementRules.silent(late, LocalDate.of(2012, 3, 20)));
    }

    /** Recorded late: the silence counts from the law's day and is no step, so that true dates can still be reported. */
    @Test
    void silenceIsNoStepOfTheFile() {
        BankFile file = signed(contract(SIGNED, false));
        BankFile silent = AgreementRules.silent(file, LocalDate.of(2012, 3, 20)).orElseThrow().state();
        assertEquals(SIGNED, silent.lastOn());
        assertEquals(Optional.of(LocalDate.of(2012, 3, 8)), silent.contract().orElseThrow().refusedOn());
        assertTrue(AgreementRules.agree(silent, false, LocalDate.of(2012, 3, 7)).holds(),
                "told in time, reported late");
        Contract paid = FileRules.disburse(silent, LocalDate.of(2012, 3, 9)).orThrow(RefusedException::new).state()
                .contract().orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2012, 3, 9)), paid.agreedOn(), "the pay-out is the bank's word");
        assertEquals(Optional.empty(), paid.refusedOn());
        LocalDate before = LocalDate.of(2010, 3, 1);
        assertEquals(Optional.empty(), FileRules.disburse(signed(contract(before, false)), before.plusDays(8))
                .orThrow(RefusedException::new).state().contract().orElseThrow().agreedOn(), "none was owed");
    }

    /** Since 2011-05-01 the pay-out is the bank's word; before, a reserved one has to be told first. */
    @ParameterizedTest
    @CsvSource({"2011-04-30, true, agreement-required", "2011-04-30, false,", "2012-03-01, false,"})
    void whatIsPaidOutWithoutAWord(LocalDate signedOn, boolean reserved, String conflict) {
        Decision<BankFile, FileEvent> paid = FileRules.disburse(signed(contract(signedOn, reserved)),
                signedOn.plusDays(8));
        if (conflict == null) {
            assertTrue(paid.holds());
        } else {
            assertEquals(Decision.refused(Reason.conflict(conflict)), paid);
        }
    }

    private static Contract contract(LocalDate signedOn, boolean reserved) {
        return new Contract(signedOn, signedOn.plusMonths(1), reserved);
    }

    private static BankFile signed(Contract contract) {
        return Sent.ready(Sent.threeThousand(), contract.signedOn()).signed(contract);
    }
}
