package fr.microcredit.intake.accompaniment.domain;

import static fr.microcredit.intake.request.domain.Requested.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.intake.accompaniment.domain.AccompanimentRules.Effect;
import fr.microcredit.intake.accompaniment.domain.LoanReport.Step;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.Requested;
import fr.microcredit.intake.request.domain.Stage;

class AccompanimentRulesTest {
    private static final AccompanimentRules.Frozen DAYS = new AccompanimentRules.Frozen(90, true);
    private static final Request SENT = Requested.at(Stage.TRANSMITTED, 1, true);

    @ParameterizedTest
    @CsvSource({"TRANSMITTED, BANK_ACCEPTED, BANK_ACCEPTED, 0", "TRANSMITTED, BANK_DISAGREED, BANK_DISAGREED, 0",
            "BANK_ACCEPTED, BANK_DISAGREED, BANK_DISAGREED, 0", "BANK_DISAGREED, MET_WITHOUT_CHANGE, CONCERTED, 0",
            "CONCERTED, BANK_REFUSED, BANK_REFUSED, 0", "CONCERTED, BANK_ACCEPTED, BANK_ACCEPTED, 0",
            "TRANSMITTED, BANK_REFUSED, BANK_REFUSED, 0", "BANK_ACCEPTED, BANK_PROPOSED, BANK_PROPOSED, 0",
            "TRANSMITTED, BANK_PROPOSED, BANK_PROPOSED, 0",
            "CONTRACTED, BANK_PROPOSED, BANK_PROPOSED, 0", "BANK_ACCEPTED, CONTRACTED, CONTRACTED, 0",
            "CONTRACTED, DISBURSED, DISBURSED, 0", "DISBURSED, REPAID, REPAID, 1",
            "CONTRACTED, BANK_ACCEPTED, BANK_ACCEPTED, 0", "CONTRACTED, BANK_DISAGREED, BANK_DISAGREED, 0"})
    void whatAReportMakesOfAnAccompaniment(LoanStage from, Step step, LoanStage to, int events) {
        Effect.Moved moved = (Effect.Moved) AccompanimentRules.apply(SENT, known(from, 1), report(step, 1), DAYS);
        assertEquals(to, moved.accepted().state().stage());
        assertEquals(events, moved.accepted().events().size());
    }

    @ParameterizedTest
    @CsvSource({"TRANSMITTED, CONTRACTED", "BANK_ACCEPTED, DISBURSED", "CONTRACTED, REPAID",
            "TRANSMITTED, MET_WITHOUT_CHANGE"})
    void whatComesBeforeItsGroundIsEarly(LoanStage stage, Step step) {
        assertEquals(new Effect.Early(), AccompanimentRules.apply(SENT, known(stage, 1), report(step, 1), DAYS));
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, 1, Early", "ELIGIBLE, 1, Early", "AMENDED, 1, Early", "TRANSMITTED, 2, Early",
            "WITHDRAWN, 1, None", "INELIGIBLE, 1, None"})
    void theRequestHasToBeSent(Stage stage, int revision, String effect) {
        assertEquals(effect, AccompanimentRules.apply(Requested.at(stage, 1, true), Optional.empty(),
                report(Step.BANK_ACCEPTED, revision), DAYS).getClass().getSimpleName());
    }

    @Test
    void aChangedRequestThatWasSentAgainBeginsAnew() {
        Request second = Requested.at(Stage.TRANSMITTED, 2, true);
        assertEquals(LoanStage.TRANSMITTED,
                AccompanimentRules.stage(second, known(LoanStage.BANK_DISAGREED, 1)));
        assertEquals(new Effect.None(),
                AccompanimentRules.apply(second, Optional.empty(), report(Step.BANK_DISAGREED, 1), DAYS));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anEndedRequestOnlyTakesNote(Step step) {
        assertEquals(new Effect.None(), AccompanimentRules.apply(Requested.at(Stage.INELIGIBLE, 2, true),
                known(LoanStage.BANK_DISAGREED, 1), report(step, 2), DAYS));
    }

    /** Where the scheme asks for no meeting the last word follows the disagreement; elsewhere it waits for the meeting. */
    @ParameterizedTest
    @CsvSource({"BANK_REFUSED, BANK_REFUSED", "BANK_ACCEPTED, BANK_ACCEPTED"})
    void withoutAMeetingTheLastWordComesAtOnce(Step step, LoanStage to) {
        Optional<Accompaniment> disagreed = known(LoanStage.BANK_DISAGREED, 1);
        assertEquals(new Effect.Early(), AccompanimentRules.apply(SENT, disagreed, report(step, 1), DAYS));
        Effect.Moved moved = (Effect.Moved) AccompanimentRules.apply(SENT, disagreed, report(step, 1),
                new AccompanimentRules.Frozen(90, false));
        assertEquals(to, moved.accepted().state().stage());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void onlyARefusalSaysHowLongTheApprovalIsValid(Step step) {
        LoanStage from = switch (step) {
            case MET_WITHOUT_CHANGE -> LoanStage.BANK_DISAGREED;
            case CONTRACTED, BANK_PROPOSED -> LoanStage.BANK_ACCEPTED;
            case DISBURSED -> LoanStage.CONTRACTED;
            case REPAID -> LoanStage.DISBURSED;
            default -> LoanStage.TRANSMITTED;
        };
        Effect.Moved moved = (Effect.Moved) AccompanimentRules.apply(SENT, known(from, 1), report(step, 1), DAYS);
        assertEquals(step == Step.BANK_REFUSED ? Optional.of(ON.plusDays(90)) : Optional.empty(),
                moved.accepted().state().approvedUntil());
    }

    private static Optional<Accompaniment> known(LoanStage stage, int revision) {
        return Optional.of(new Accompaniment(SENT.about(), revision, stage, Optional.empty(), Optional.empty(), ON));
    }

    private static LoanReport report(Step step, int revision) {
        return new LoanReport(SENT.about().at("cm-dijon"), step, step == Step.REPAID ? 0 : revision, ON,
                Optional.empty());
    }
}
