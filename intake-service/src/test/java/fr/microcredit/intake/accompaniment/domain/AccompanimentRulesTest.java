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
import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestEvent.Outcome;
import fr.microcredit.intake.request.domain.Requested;
import fr.microcredit.intake.request.domain.Stage;

class AccompanimentRulesTest {
    private static final AccompanimentRules.Frozen DAYS = new AccompanimentRules.Frozen(90, true);
    private static final Request AGREED = agreed();
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

    /** The stage, the outcome that is told, or that nothing follows; without consent a default is not known here. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"DISBURSED, ACCELERATED, IN_DEFAULT, -, DISBURSED, -",
            "IN_DEFAULT, ACCELERATED, IN_DEFAULT, -, IN_DEFAULT, -",
            "IN_DEFAULT, REPAID, REPAID, REPAID, REPAID, REPAID",
            "DISBURSED, WRITTEN_OFF, WRITTEN_OFF, WRITTEN_OFF, ENDED, WRITTEN_OFF",
            "IN_DEFAULT, WRITTEN_OFF, WRITTEN_OFF, WRITTEN_OFF, ENDED, WRITTEN_OFF",
            "WRITTEN_OFF, REPAID, WRITTEN_OFF, -, WRITTEN_OFF, -", "REPAID, WRITTEN_OFF, REPAID, -, REPAID, -",
            "ENDED, ACCELERATED, ENDED, -, ENDED, -", "WRITTEN_OFF, WRITTEN_OFF, WRITTEN_OFF, -, WRITTEN_OFF, -"})
    void whatLeavesTheStraightWay(LoanStage from, Step step, LoanStage agreed, Outcome told, LoanStage unknown,
            Outcome toldToo) {
        assertEquals(new Led(agreed, Optional.ofNullable(told)), led(AGREED, from, step));
        assertEquals(new Led(unknown, Optional.ofNullable(toldToo)), led(SENT, from, step));
    }

    private record Led(LoanStage to, Optional<Outcome> told) {
    }

    private static Led led(Request request, LoanStage from, Step step) {
        Effect effect = AccompanimentRules.apply(request, known(from, 1), report(step, 0), DAYS);
        if (effect instanceof Effect.None) {
            return new Led(from, Optional.empty());
        }
        var accepted = ((Effect.Moved) effect).accepted();
        return new Led(accepted.state().stage(), accepted.events().stream()
                .map(event -> ((RequestEvent.Closed) event).outcome()).findFirst());
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = "ACCELERATED", mode = EnumSource.Mode.EXCLUDE)
    void onlyARefusalSaysHowLongTheApprovalIsValid(Step step) {
        LoanStage from = switch (step) {
            case MET_WITHOUT_CHANGE -> LoanStage.BANK_DISAGREED;
            case CONTRACTED, BANK_PROPOSED -> LoanStage.BANK_ACCEPTED;
            case DISBURSED -> LoanStage.CONTRACTED;
            case REPAID, WRITTEN_OFF -> LoanStage.DISBURSED;
            case ACCELERATED -> LoanStage.DISBURSED;
            default -> LoanStage.TRANSMITTED;
        };
        Effect.Moved moved = (Effect.Moved) AccompanimentRules.apply(SENT, known(from, 1), report(step, 1), DAYS);
        assertEquals(step == Step.BANK_REFUSED ? Optional.of(ON.plusDays(90)) : Optional.empty(),
                moved.accepted().state().approvedUntil());
    }

    private static Request agreed() {
        Request sent = Requested.at(Stage.TRANSMITTED, 1, true);
        return sent.with(sent.about(), Requested.content(new Consents(Optional.of(ON), Optional.of(ON))));
    }

    private static Optional<Accompaniment> known(LoanStage stage, int revision) {
        return Optional.of(new Accompaniment(SENT.about(), revision, stage, Optional.empty(), Optional.empty(), ON));
    }

    private static LoanReport report(Step step, int revision) {
        return new LoanReport(SENT.about().at("cm-dijon"), step, step == Step.REPAID ? 0 : revision, ON,
                Optional.empty());
    }
}
