package fr.microcredit.intake.request.domain;

import static fr.microcredit.intake.request.domain.Requested.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.intake.request.domain.Request.Withdrawal;
import fr.microcredit.intake.request.domain.RequestEvent.WithdrawalReason;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;

class WithdrawalRulesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"DRAFT, WITHDRAWN", "SUBMITTED, WITHDRAWN", "NEEDS_JUDGEMENT, WITHDRAWN", "ELIGIBLE, WITHDRAWN",
            "FOUND_INELIGIBLE, WITHDRAWN", "APPROVED, WITHDRAWN", "TRANSMITTED, TRANSMITTED", "AMENDED, AMENDED"})
    void untilABankHasItARequestIsGivenUpWithoutAskingAnybody(Stage stage, Stage after) {
        Accepted<Request, RequestEvent> next = accepted(withdraw(Requested.at(stage, 1, false)));
        assertEquals(after, next.state().stage());
        assertEquals(after == Stage.WITHDRAWN
                ? new RequestEvent.Withdrawn(WithdrawalReason.OTHER_AID)
                : new RequestEvent.WithdrawalAsked(WithdrawalReason.OTHER_AID), next.events().get(0));
        assertEquals(after != Stage.WITHDRAWN, next.state().withdrawal()
                .equals(Optional.of(new Withdrawal(WithdrawalReason.OTHER_AID, ON))));
    }

    /** A meeting has changed it and it is being assessed again: its bank still has the file. */
    @ParameterizedTest
    @EnumSource(value = Stage.class, names = {"NEEDS_JUDGEMENT", "FOUND_INELIGIBLE", "ELIGIBLE", "APPROVED"})
    void whatABankHasIsAskedOfItWhateverHasBecomeOfItSince(Stage stage) {
        Request sent = Requested.at(Stage.TRANSMITTED, 2, true).at(stage, ON);
        assertEquals(List.of(new RequestEvent.WithdrawalAsked(WithdrawalReason.OTHER_AID)),
                accepted(withdraw(sent)).events());
    }

    @ParameterizedTest
    @CsvSource({"REFUSED", "INELIGIBLE", "WITHDRAWN"})
    void whatIsOverIsNotGivenUp(Stage stage) {
        assertFalse(withdraw(Requested.at(stage, 1, false)).holds());
    }

    @Test
    void askedOnceItIsAskedForOneReason() {
        Request asked = accepted(withdraw(Requested.at(Stage.TRANSMITTED, 1, true))).state();
        assertEquals(new Accepted<>(asked, List.of()), withdraw(asked));
        Decision<Request, RequestEvent> other = WithdrawalRules.withdraw(asked, WithdrawalReason.NO_CONTACT, ON);
        assertEquals(List.of("withdrawal-asked"),
                ((Refused<Request, RequestEvent>) other).reasons().stream().map(Reason::code).toList());
    }

    @Test
    void itIsOverOnceTheBankHasWrittenItDown() {
        Request asked = accepted(withdraw(Requested.at(Stage.TRANSMITTED, 1, true))).state();
        Accepted<Request, RequestEvent> over = WithdrawalRules.granted(asked, ON).orElseThrow();
        assertEquals(Stage.WITHDRAWN, over.state().stage());
        assertEquals(List.of(new RequestEvent.Withdrawn(WithdrawalReason.OTHER_AID)), over.events());
        assertEquals(Optional.of(new Accepted<>(over.state(), List.of())),
                WithdrawalRules.granted(over.state(), ON));
        assertEquals(Optional.empty(), WithdrawalRules.granted(Requested.at(Stage.TRANSMITTED, 1, true), ON));
    }

    @Test
    void whereItIsTooLateTheLoanGoesOn() {
        Request sent = Requested.at(Stage.TRANSMITTED, 1, true);
        assertEquals(new Accepted<>(sent, List.of()), WithdrawalRules.declined(accepted(withdraw(sent)).state()));
    }

    private static Decision<Request, RequestEvent> withdraw(Request request) {
        return WithdrawalRules.withdraw(request, WithdrawalReason.OTHER_AID, ON);
    }

    private static Accepted<Request, RequestEvent> accepted(Decision<Request, RequestEvent> decision) {
        return (Accepted<Request, RequestEvent>) decision;
    }
}
