package fr.microcredit.bank.loan.domain;

import static fr.microcredit.bank.loan.domain.Lent.accepted;
import static fr.microcredit.bank.loan.domain.Lent.paid;
import static fr.microcredit.bank.loan.domain.Lent.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.loan.domain.LoanClauses.GuaranteeCall;
import fr.microcredit.bank.loan.domain.LoanEvent.ClaimDocument;
import fr.microcredit.bank.loan.domain.LoanEvent.WriteOff;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanState.Debt;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.money.Money;

/**
 * The demonstration's story (k): 2,400 over 24 months at 4.40 %, eight instalments paid. By hand: 1,623.29 is owed then; the
 * interest of the 9th to the 11th is 5.95, 5.59 and 5.23.
 */
class DefaultRulesTest {
    private static final Loan LOAN = paid(Lent.regional("2400", 24, Lent.USUAL), 1, 8);
    private static final LocalDate ELEVENTH = LocalDate.of(2011, 1, 5);
    private static final LocalDate AFTER_THREE = ELEVENTH.plusDays(20);
    private static final UUID ID = new UUID(0, 7);
    private static final List<ClaimDocument> DOCUMENTS = Stream
            .of(ClaimDocument.Kind.CONTRACT, ClaimDocument.Kind.TABLE,
                    ClaimDocument.Kind.REMINDER, ClaimDocument.Kind.FOLLOW_UP_LOG)
            .map(kind -> new ClaimDocument(kind, "ab".repeat(32), 1)).toList();

    private static Loan accelerated() {
        return accepted(DefaultRules.accelerate(LOAN, AFTER_THREE));
    }

    private static List<LoanEvent> told(Decision<Loan, LoanEvent> decision) {
        return ((Decision.Accepted<Loan, LoanEvent>) decision).events();
    }

    private static Money euros(String amount) {
        return Money.ofEuros(amount);
    }

    @Test
    void threeUnpaidInstalmentsMakeEverythingDue() {
        assertEquals(euros("1623.29"), LOAN.state().outstanding());
        assertEquals(List.of(new LoanEvent.Accelerated(euros("1623.29"), euros("16.77"), List.of(9, 10, 11))),
                told(DefaultRules.accelerate(LOAN, AFTER_THREE)));
        assertEquals(new Debt(euros("1623.29"), euros("16.77")), accelerated().state().debt());
        assertEquals("accelerated", accelerated().status());
    }

    @ParameterizedTest(name = "on {0} {1} are unpaid")
    @CsvSource({"2010-11-10, 0", "2010-11-11, 1", "2010-12-11, 2", "2011-01-10, 2"})
    void notBeforeTheConventionsNumber(LocalDate on, int unpaid) {
        Decision.Refused<Loan, LoanEvent> refused = (Decision.Refused<Loan, LoanEvent>) DefaultRules.accelerate(LOAN,
                on);
        assertEquals(List.of("3", String.valueOf(unpaid)), refused.reasons().get(0).arguments());
        assertEquals("not-in-default", refused.reasons().get(0).code());
    }

    /** A rejected debit is presented again for five days: until then nobody knows whether it is unpaid. */
    @Test
    void oneDayAfterTheThirdCanNotBeCuredItMay() {
        assertEquals("not-in-default", refused(DefaultRules.accelerate(LOAN, ELEVENTH.plusDays(5))));
        assertTrue(DefaultRules.accelerate(LOAN, ELEVENTH.plusDays(6)).holds());
    }

    /** Where the convention says nothing, as many as in the model convention (domain.md A.9). */
    @Test
    void aSilentConventionIsThatOfTheModel() {
        Loan silent = paid(Lent.regional("2400", 24, LoanClauses.NONE), 1, 8);
        assertEquals("not-in-default", refused(DefaultRules.accelerate(silent, ELEVENTH)));
        assertTrue(DefaultRules.accelerate(silent, ELEVENTH.plusDays(1)).holds());
    }

    /** A recovery of later was shared already: what is written off is what is left after it. */
    @Test
    void aWriteOffComesAfterWhatWasRecovered() {
        Loan recovered = accepted(DefaultRules.recover(accelerated(), ID, euros("200"), AFTER_THREE.plusDays(40)));
        assertEquals("before-a-later-report",
                refused(DefaultRules.writeOff(recovered, WriteOff.UNCOLLECTIBLE, AFTER_THREE.plusDays(30))));
    }

    @Test
    void theClaimIsOnThePrincipalAlone() {
        assertEquals(List.of(new LoanEvent.ClaimFiled(ID, euros("1623.29"), euros("16.77"), Money.ZERO, DOCUMENTS)),
                told(DefaultRules.claim(accelerated(), ID, DOCUMENTS, AFTER_THREE)));
    }

    /** 200.00 go to the interest of 16.77 first (Code civil, 1343-1); the base falls by all of it. */
    @Test
    void whatCameBeforeTheClaimReducesItsBase() {
        Loan recovered = accepted(DefaultRules.recover(accelerated(), ID, euros("200.00"), AFTER_THREE));
        assertEquals(new Debt(euros("1440.06"), Money.ZERO), recovered.state().debt());
        assertEquals(List.of(new LoanEvent.ClaimFiled(ID, euros("1423.29"), Money.ZERO, euros("200.00"), DOCUMENTS)),
                told(DefaultRules.claim(recovered, ID, DOCUMENTS, AFTER_THREE)));
    }

    @Test
    void aClaimNeedsWhatItIsAbout() {
        assertEquals("not-accelerated", refused(DefaultRules.claim(LOAN, ID, DOCUMENTS, AFTER_THREE)));
        assertEquals("documents-missing",
                refused(DefaultRules.claim(accelerated(), ID, DOCUMENTS.subList(0, 3), AFTER_THREE)));
        assertEquals("before-acceleration",
                refused(DefaultRules.claim(accelerated(), ID, DOCUMENTS, AFTER_THREE.minusDays(1))));
        Agreement agreement = LOAN.agreement();
        Loan alone = new Loan(LOAN.about(), new Agreement(agreement.principal(), agreement.rate(), agreement.bankRate(),
                agreement.disbursedOn(), false, agreement.table(), agreement.clauses()), LOAN.reports(), List.of(),
                Optional.empty(), LOAN.reporting(), List.of(), LOAN.heard());
        assertEquals("not-guaranteed", refused(DefaultRules.claim(accepted(DefaultRules.accelerate(alone, AFTER_THREE)),
                ID, DOCUMENTS, AFTER_THREE)));
    }

    @Test
    void oneClaimAtATime() {
        Loan claimed = accepted(DefaultRules.claim(accelerated(), ID, DOCUMENTS, AFTER_THREE));
        assertEquals("claim-already-filed",
                refused(DefaultRules.claim(claimed, new UUID(0, 8), DOCUMENTS, AFTER_THREE)));
        assertEquals("claim-undecided", refused(DefaultRules.writeOff(claimed, WriteOff.UNCOLLECTIBLE, AFTER_THREE)));
        assertEquals("before-the-claim",
                refused(DefaultRules.withdrawClaim(claimed, ID, AFTER_THREE.minusDays(1))));
        Loan back = accepted(DefaultRules.withdrawClaim(claimed, ID, AFTER_THREE));
        assertEquals(Decision.unchanged(back), DefaultRules.withdrawClaim(back, ID, AFTER_THREE));
        assertTrue(DefaultRules.claim(back, new UUID(0, 8), DOCUMENTS, AFTER_THREE).holds());
        Loan rejected = ClaimAnswers.answered(claimed, ID, claim -> claim.rejected(List.of("documents-missing")))
                .orElseThrow();
        assertEquals("claim-decided", refused(DefaultRules.withdrawClaim(rejected, ID, AFTER_THREE)));
        assertTrue(DefaultRules.claim(rejected, new UUID(0, 8), DOCUMENTS, AFTER_THREE).holds());
        Loan granted = ClaimAnswers.answered(claimed, ID, claim -> claim.accepted(AFTER_THREE.plusDays(15)))
                .orElseThrow();
        assertEquals("claim-already-filed",
                refused(DefaultRules.claim(granted, new UUID(0, 8), DOCUMENTS, AFTER_THREE)));
        assertEquals("not-found", refused(DefaultRules.withdrawClaim(granted, new UUID(0, 9), AFTER_THREE)));
    }

    @Test
    void theGuarantorsSharesComeOnceEach() {
        Loan claimed = accepted(DefaultRules.claim(accelerated(), ID, DOCUMENTS, AFTER_THREE));
        Claim.Paid share = new Claim.Paid("fcs", euros("811.65"), AFTER_THREE.plusDays(15));
        Loan once = ClaimAnswers.answered(claimed, ID, claim -> claim.paid(share)).orElseThrow();
        Loan twice = ClaimAnswers.answered(once, ID, claim -> claim.paid(share)).orElseThrow();
        assertEquals(List.of(share), twice.claim().orElseThrow().paid());
        assertEquals(Optional.empty(), ClaimAnswers.answered(claimed, new UUID(0, 9), claim -> claim.paid(share)));
    }

    @Test
    void theMeetingComesFirstWhereTheConventionWantsIt() {
        LoanClauses meeting = new LoanClauses(Lent.USUAL.repayment(), Optional.of(new GuaranteeCall(3, true)));
        Loan loan = paid(Lent.regional("2400", 24, meeting), 1, 8);
        assertEquals("guarantee-meeting-missing", refused(DefaultRules.accelerate(loan, AFTER_THREE)));
        Loan met = accepted(DefaultRules.met(loan, AFTER_THREE));
        assertEquals(Decision.unchanged(met), DefaultRules.met(met, AFTER_THREE));
        assertTrue(DefaultRules.accelerate(met, AFTER_THREE).holds());
        Loan earlier = accepted(DefaultRules.met(paid(Lent.regional("2400", 24, meeting), 1, 7),
                LocalDate.of(2010, 10, 20)));
        assertEquals("guarantee-meeting-missing", refused(DefaultRules.accelerate(paid(earlier, 8, 8), AFTER_THREE)),
                "that was over the eighth");
        assertEquals("nothing-unpaid", refused(DefaultRules.met(loan, LocalDate.of(2010, 11, 5))));
    }

    @Test
    void noMoreIsRecoveredThanIsOwed() {
        Loan loan = accelerated();
        assertEquals("more-than-owed", refused(DefaultRules.recover(loan, ID, euros("1640.07"), AFTER_THREE)));
        assertEquals("before-acceleration",
                refused(DefaultRules.recover(loan, ID, euros("1"), AFTER_THREE.minusDays(1))));
        assertEquals("not-accelerated", refused(DefaultRules.recover(LOAN, ID, euros("1"), AFTER_THREE)));
        Decision<Loan, LoanEvent> all = DefaultRules.recover(loan, ID, euros("1640.06"), AFTER_THREE);
        assertEquals(new LoanEvent.RecoveryReceived(ID, euros("1640.06"), Money.ZERO), told(all).get(0));
        assertTrue(told(all).get(1) instanceof LoanEvent.RepaidInFull, "nothing is owed any more");
        assertEquals(Phase.REPAID, accepted(all).state().phase());
    }

    @Test
    void aRecoveryIsKnownByItsIdentifier() {
        Loan once = accepted(DefaultRules.recover(accelerated(), ID, euros("200"), AFTER_THREE));
        assertEquals(Decision.unchanged(once), DefaultRules.recover(once, ID, euros("200"), AFTER_THREE));
        assertEquals("already-reported", refused(DefaultRules.recover(once, ID, euros("201"), AFTER_THREE)));
        Loan twice = accepted(DefaultRules.recover(once, new UUID(0, 8), euros("200"), AFTER_THREE));
        assertEquals(euros("1240.06"), twice.state().debt().sum());
    }

    @Test
    void whatIsWrittenOffIsNotAskedForAnyMore() {
        Loan recovered = accepted(DefaultRules.recover(accelerated(), ID, euros("200"), AFTER_THREE));
        Decision<Loan, LoanEvent> over = DefaultRules.writeOff(recovered, WriteOff.ERASED, AFTER_THREE.plusDays(1));
        assertEquals(List.of(new LoanEvent.WrittenOff(euros("1440.06"), WriteOff.ERASED)), told(over));
        Loan loan = accepted(over);
        assertEquals("written-off", loan.status());
        assertEquals(Money.ZERO, loan.state().outstanding());
        assertEquals("loan-written-off", refused(DefaultRules.recover(loan, new UUID(0, 8), euros("1"), AFTER_THREE)));
        assertEquals("not-accelerated", refused(DefaultRules.writeOff(LOAN, WriteOff.ERASED, AFTER_THREE)));
    }

    @Test
    void inDefaultNothingElseIsReported() {
        Loan loan = accelerated();
        Payment payment = new Payment(AFTER_THREE, Payer.BORROWER);
        assertEquals("loan-accelerated", refused(LoanRules.pay(loan, 9, euros("104.65"), payment)));
        assertEquals("loan-accelerated", refused(LoanRules.receive(loan, euros("1"), payment)));
        assertEquals("loan-accelerated", refused(LoanRules.miss(loan, 9, AFTER_THREE)));
        assertEquals("loan-accelerated", refused(ChangeRules.defer(loan, 1, AFTER_THREE)));
        assertEquals("loan-accelerated", refused(CorrectionRules.correct(loan, 1, AFTER_THREE)));
        assertEquals("loan-accelerated", refused(DefaultRules.accelerate(loan, AFTER_THREE)));
    }
}
