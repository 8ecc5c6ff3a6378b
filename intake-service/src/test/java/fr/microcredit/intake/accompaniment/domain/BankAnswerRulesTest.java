package fr.microcredit.intake.accompaniment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.accompaniment.domain.BankAnswerRules.Awaited;
import fr.microcredit.intake.accompaniment.domain.BankAnswerRules.Question;
import fr.microcredit.intake.request.domain.Registration.Reminded;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestEvent.WithdrawalReason;
import fr.microcredit.intake.request.domain.Requested;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.intake.request.domain.WithdrawalRules;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;

class BankAnswerRulesTest {
    private static final LocalDate ON = Requested.ON;
    private static final LocalDate SAID = ON.plusDays(5);
    private static final Request SENT = Requested.at(Stage.TRANSMITTED, 2, true);

    /** What is empty is the bank's own matter, the office's or nobody's. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                           TRANSMITTED,    true,  DECISION
                           TRANSMITTED,    false, DECISION
                           BANK_ACCEPTED,  true,
                           BANK_PROPOSED,  true,
                           BANK_DISAGREED, true,
                           BANK_DISAGREED, false, LAST_WORD
                           CONCERTED,      true,  LAST_WORD
                           BANK_REFUSED,   true,
                           CONTRACTED,     true,
                           DISBURSED,      true,
                           REPAID,         true,
                           """)
    void theBankOwesAnAnswerWhereItsWordIsTheNext(LoanStage stage, boolean meetingRequired, Question question) {
        assertEquals(Optional.ofNullable(question),
                BankAnswerRules.awaited(SENT, Optional.of(standing(SENT, stage)), meetingRequired)
                        .map(Awaited::question));
    }

    @Test
    void theDaysAreCountedFromWhatTheBankLastHeard() {
        assertEquals(Optional.of(new Awaited(Question.LAST_WORD, SAID)),
                BankAnswerRules.awaited(SENT, Optional.of(standing(SENT, LoanStage.CONCERTED)), true));
        assertEquals(Optional.of(new Awaited(Question.DECISION, ON)),
                BankAnswerRules.awaited(SENT, Optional.empty(), true), "of before the day of sending was kept");
        Request sentAgain = Requested.at(Stage.TRANSMITTED, 3, true);
        assertEquals(Optional.of(Question.DECISION), BankAnswerRules
                .awaited(sentAgain, Optional.of(standing(SENT, LoanStage.CONCERTED)), true).map(Awaited::question),
                "what it has said of an earlier revision is no answer to this one");
        assertEquals(ON.plusDays(21), new Awaited(Question.DECISION, ON).until(21));
    }

    @Test
    void aBankThatIsAskedToEndItOwesThatAnswerAndNoOther() {
        Request asked = accepted(WithdrawalRules.withdraw(SENT, WithdrawalReason.OTHER_AID, SAID)).state();
        Set<LoanStage> over = EnumSet.of(LoanStage.BANK_REFUSED, LoanStage.REPAID, LoanStage.WRITTEN_OFF,
                LoanStage.ENDED);
        for (LoanStage stage : LoanStage.values()) {
            Optional<LocalDate> since = stage == LoanStage.DISBURSED
                    ? Optional.of(SAID.plusDays(30))
                    : Optional.of(SAID).filter(any -> !over.contains(stage));
            assertEquals(since.map(day -> new Awaited(Question.WITHDRAWAL, day)),
                    BankAnswerRules.awaited(asked, Optional.of(standing(asked, stage)), true), stage.name());
        }
        assertEquals(Optional.empty(),
                BankAnswerRules.awaited(asked.at(Stage.WITHDRAWN, SAID), Optional.empty(), true));
    }

    @ParameterizedTest
    @CsvSource({"DRAFT", "SUBMITTED", "ELIGIBLE", "APPROVED", "REFUSED", "NOT_LENT"})
    void nobodyOwesAnythingWhereNoBankHasIt(Stage stage) {
        assertEquals(Optional.empty(), BankAnswerRules.awaited(Requested.at(stage, 2, true), Optional.empty(), true));
    }

    @Test
    void aReminderIsKeptAndMovesNoDay() {
        Request reminded = accepted(BankAnswerRules.remind(SENT, Optional.empty(), true, SAID)).state();
        assertEquals(Optional.of(new Reminded(1, SAID)), reminded.registration().reminded());
        assertEquals(SENT.stage(), reminded.stage());
        assertEquals(ON, reminded.lastOn());
        Request again = accepted(BankAnswerRules.remind(reminded, Optional.empty(), true, SAID)).state();
        assertEquals(Optional.of(new Reminded(2, SAID)), again.registration().reminded(), "twice on one day are two");
        assertEquals(Optional.empty(), again.registration().remindedSince(SAID.plusDays(1)),
                "of a question that came up later nobody has been reminded");
        assertInstanceOf(Decision.Refused.class, BankAnswerRules.remind(SENT,
                Optional.of(standing(SENT, LoanStage.BANK_ACCEPTED)), true, SAID));
    }

    private static Accompaniment standing(Request request, LoanStage stage) {
        return new Accompaniment(request.about(), 2, stage, Optional.empty(), Optional.empty(), SAID);
    }

    private static Accepted<Request, RequestEvent> accepted(Decision<Request, RequestEvent> decision) {
        return decision.orThrow(reasons -> new IllegalStateException(reasons.toString()));
    }
}
