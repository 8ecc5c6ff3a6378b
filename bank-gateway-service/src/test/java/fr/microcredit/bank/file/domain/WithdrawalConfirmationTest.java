package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.bank.file.domain.FileActs.Act;
import fr.microcredit.bank.file.domain.FileEvent.Withdrawn;
import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;

/** A borrower withdraws from a contract on which money may have gone out already. */
class WithdrawalConfirmationTest {
    private static final LocalDate SIGNED = LocalDate.of(2012, 3, 1);
    private static final LocalDate ASKED = LocalDate.of(2012, 3, 12);

    /** Article L312-25: no money in the seven days after the signature, whichever law the contract is under. */
    @ParameterizedTest(name = "signed {0}, asked {1}: waits {2}")
    @CsvSource({"2012-03-01, 2012-03-01, false", "2012-03-01, 2012-03-08, false", "2012-03-01, 2012-03-09, true",
            "2012-03-01, 2030-01-01, true", "2008-10-01, 2008-10-08, false", "2008-10-01, 2008-10-09, true"})
    void fromTheEighthDayTheBankIsWaitedFor(LocalDate signedOn, LocalDate asked, boolean waits) {
        Accepted<BankFile, FileEvent> after = WithdrawalRules.asked(signed(signedOn), asked);
        assertEquals(waits ? NextStep.CONFIRM_WITHDRAWAL : NextStep.NONE, after.state().nextStep());
        assertEquals(waits ? List.of() : List.of(new Withdrawn(1, 1, Optional.empty())), after.events());
        assertEquals(Optional.of(asked), after.state().withdrawnOn());
        assertEquals(new Accepted<>(after.state(), List.of()), WithdrawalRules.asked(after.state(), asked));
    }

    @Test
    void nothingPaidOutIsTheEndOfIt() {
        assertEquals(List.of("before-the-withdrawal"), codes(WithdrawalRules.confirm(waiting(), ASKED.minusDays(1))));
        Accepted<BankFile, FileEvent> over = accepted(WithdrawalRules.confirm(waiting(), ASKED));
        assertEquals(Status.WITHDRAWN, over.state().state());
        assertEquals(Optional.of(ASKED), over.state().withdrawnOn());
        assertEquals(List.of(new Withdrawn(1, 1, Optional.empty())), over.events());
        assertEquals(List.of("file-stage"), codes(WithdrawalRules.confirm(over.state(), ASKED)));
        assertEquals(List.of("file-stage"), codes(WithdrawalRules.confirm(signed(SIGNED), ASKED)));
    }

    /** Fourteen days, seven before 2011-05-01; but what was not paid out yet could be withdrawn from at any time. */
    @ParameterizedTest(name = "signed {0}, paid out {1}, asked {2}: stands {3}")
    @CsvSource({"2012-03-01, 2012-03-09, 2012-03-15, true", "2012-03-01, 2012-03-09, 2012-03-16, false",
            "2012-03-01, 2012-03-16, 2012-03-16, false", "2012-03-01, 2012-03-17, 2012-03-16, true",
            "2008-10-01, 2008-10-09, 2008-10-09, false", "2008-10-01, 2008-10-10, 2008-10-09, true"})
    void aPayOutIsReportedAndTheLawsDaysCountForWhatWasOut(LocalDate signedOn, LocalDate paidOut, LocalDate asked,
            boolean stands) {
        BankFile waiting = WithdrawalRules.asked(signed(signedOn), asked).state();
        Accepted<BankFile, FileEvent> paid = accepted(FileRules.disburse(waiting, paidOut));
        assertEquals(Status.DISBURSED, paid.state().state());
        assertEquals(stands ? NextStep.REPORT_WITHDRAWAL : NextStep.NONE, paid.state().nextStep());
        assertEquals(stands ? 1 : 2, paid.events().size());
        assertEquals(FileEvent.Disbursed.class, paid.events().get(0).getClass());
        if (!stands) {
            assertEquals(new FileEvent.WithdrawalDeclined(1, FileEvent.Declined.TOO_LATE), paid.events().get(1));
        }
        BankFile heardFirst = accepted(FileRules.disburse(signed(signedOn), paidOut)).state();
        assertEquals(paid.state().nextStep(), WithdrawalRules.asked(heardFirst, asked).state().nextStep(),
                "whichever of both the bank's service has heard of first");
    }

    /** A bank that would go on otherwise has paid nothing out: then a withdrawal ends it at once, whenever it comes. */
    @Test
    void whoeverProposesOtherTermsHasPaidNothingOut() {
        BankFile lost = signed(SIGNED).answered(new Round(1, Answer.EXPIRED, Answer.GRANTED));
        BankFile proposed = accepted(ProposalRules.propose(lost, List.of(), ASKED)).state();
        assertEquals(NextStep.AWAIT_OFFICE, proposed.nextStep());
        assertEquals(Optional.empty(), proposed.contract());
        assertEquals(List.of("file-stage"), codes(FileRules.disburse(proposed, ASKED)));
        assertEquals(Status.WITHDRAWN, WithdrawalRules.asked(proposed, ASKED).state().state());
        assertEquals(Status.WITHDRAWN,
                WithdrawalRules.asked(ProposalRules.declined(proposed, 1), ASKED).state().state());
    }

    /** What is promised once more is what the file says, and a promise that runs out after it is not. */
    @Test
    void whatRanOutBeforeThePayOutWasReportedIsAnsweredOnceMore() {
        BankFile paid = accepted(FileRules.disburse(
                waiting().answered(new Round(1, Answer.EXPIRED, Answer.GRANTED)), ASKED)).state();
        assertEquals(Answer.GRANTED, FileRules.guarantors(paid, Reply.of(1, Answer.GRANTED)).round().guarantee());
        assertEquals(Answer.DECLINED,
                FileRules.guarantors(paid, new Reply(1, Answer.DECLINED, List.of())).round().guarantee());
        assertEquals(paid, FileRules.guarantors(paid, Reply.of(1, Answer.EXPIRED)));
        assertEquals(paid, FileRules.guarantors(paid, Reply.of(2, Answer.GRANTED)));
        BankFile plain = accepted(FileRules.disburse(signed(SIGNED), ASKED)).state();
        assertEquals(plain, FileRules.guarantors(plain, new Reply(1, Answer.DECLINED, List.of())));
    }

    /** What had been reserved may run out while the bank says nothing: it says what it has done even so. */
    @ParameterizedTest
    @EnumSource(value = Answer.class, names = {"GRANTED", "EXPIRED"})
    void whateverRunsOutMeanwhileTheBankCanSayWhatItHasDone(Answer guarantee) {
        BankFile waiting = waiting().answered(new Round(1, guarantee, Answer.GRANTED));
        assertEquals(NextStep.CONFIRM_WITHDRAWAL, waiting.nextStep());
        assertEquals(Set.of(Act.WITHDRAWAL_CONFIRMATION, Act.DISBURSEMENT), Set.copyOf(FileActs.of(waiting)));
        assertEquals(NextStep.REPORT_WITHDRAWAL,
                accepted(FileRules.disburse(waiting, ASKED)).state().nextStep());
    }

    /** Before the law 2010-737, with the agreement reserved: told before the withdrawal, it can be reported after it. */
    @Test
    void anAgreementThatWasToldBeforeIsReportedSoThatThePayOutCanBe() {
        BankFile waiting = WithdrawalRules.asked(Sent.ready(Sent.threeThousand(), LocalDate.of(2008, 9, 25))
                .signed(new Contract(LocalDate.of(2008, 10, 1), LocalDate.of(2008, 12, 5), true)),
                LocalDate.of(2008, 10, 14)).state();
        assertEquals(List.of("agreement-required"), codes(FileRules.disburse(waiting, LocalDate.of(2008, 10, 10))));
        assertEquals(List.of("after-the-withdrawal"),
                codes(AgreementRules.agree(waiting, true, LocalDate.of(2008, 10, 15))));
        BankFile agreed = accepted(AgreementRules.agree(waiting, false, LocalDate.of(2008, 10, 8))).state();
        assertEquals(Status.DISBURSED,
                accepted(FileRules.disburse(agreed, LocalDate.of(2008, 10, 10))).state().state());
        assertEquals(List.of("file-stage"), codes(AgreementRules.agree(agreed, false, LocalDate.of(2008, 10, 8))));
    }

    private static BankFile waiting() {
        return WithdrawalRules.asked(signed(SIGNED), ASKED).state();
    }

    private static BankFile signed(LocalDate on) {
        return Sent.ready(Sent.threeThousand(), on.minusDays(3)).signed(new Contract(on, on.plusMonths(2)));
    }

    private static Accepted<BankFile, FileEvent> accepted(Decision<BankFile, FileEvent> of) {
        return (Accepted<BankFile, FileEvent>) of;
    }

    private static List<String> codes(Decision<BankFile, FileEvent> of) {
        return ((Refused<BankFile, FileEvent>) of).reasons().stream().map(Reason::code).toList();
    }
}
