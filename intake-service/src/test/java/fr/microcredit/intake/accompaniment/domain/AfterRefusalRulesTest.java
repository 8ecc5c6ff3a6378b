package fr.microcredit.intake.accompaniment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.Requested;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** A bank has refused on 2008-10-10 what it was sent; the approval is valid until 2009-01-08. */
class AfterRefusalRulesTest {
    private static final LocalDate REFUSED = LocalDate.parse("2008-10-10");
    private static final LocalDate UNTIL = LocalDate.parse("2009-01-08");
    private static final Request SENT = Requested.at(Stage.TRANSMITTED, 2, true);

    @ParameterizedTest
    @EnumSource(value = LoanStage.class, names = "BANK_REFUSED", mode = EnumSource.Mode.EXCLUDE)
    void withoutAFinalRefusalThereIsNothingOfTheKind(LoanStage stage) {
        Optional<Accompaniment> known = Optional
                .of(new Accompaniment(SENT.about(), 2, stage, Optional.empty(), Optional.empty(), REFUSED));
        assertEquals(List.of("dossier-stage"), codes(AfterRefusalRules.giveUp(SENT, known, REFUSED.plusDays(1))));
    }

    @Test
    void theApplicantMayAskNoOtherBank() {
        Decision.Accepted<Request, RequestEvent> ended = accepted(
                AfterRefusalRules.giveUp(SENT, refusedOn(REFUSED), REFUSED));
        assertEquals(Stage.NOT_LENT, ended.state().stage());
        assertTrue(ended.state().stage().isFinal());
        assertEquals(List.of(new RequestEvent.Closed(RequestEvent.Outcome.REFUSED_BY_BANK)), ended.events());
    }

    @ParameterizedTest
    @CsvSource({"2009-01-07, false", "2009-01-08, true", "2009-01-09, true"})
    void theApprovalsLastDayEndsIt(LocalDate day, boolean ends) {
        assertEquals(ends, AfterRefusalRules.lapse(SENT, refusedOn(REFUSED).orElseThrow(), day).isPresent());
        assertFalse(AfterRefusalRules
                .lapse(Requested.at(Stage.AMENDED, 3, true), refusedOn(REFUSED).orElseThrow(), day).isPresent());
    }

    @ParameterizedTest(name = "{0} {1} after {2} days")
    @CsvSource({"DRAFT, , 90, ABANDONED", "DRAFT, , 89, still-to-be-awaited", "ELIGIBLE, , 90, ABANDONED",
            "APPROVED, , 90, ABANDONED", "FOUND_INELIGIBLE, , 400, ABANDONED", "TRANSMITTED, , 400, dossier-stage",
            "TRANSMITTED, BANK_DISAGREED, 400, dossier-stage", "TRANSMITTED, BANK_REFUSED, 400, ABANDONED",
            "AMENDED, , 400, dossier-stage", "WITHDRAWN, , 400, dossier-stage", "NOT_LENT, , 400, dossier-stage",
            "ABANDONED, , 400, dossier-stage"})
    void nobodyHearsOfTheApplicant(Stage stage, LoanStage withBank, int days, String outcome) {
        Request request = Requested.at(stage, 2, true);
        Optional<Accompaniment> known = Optional.ofNullable(withBank)
                .map(each -> new Accompaniment(request.about(), 2, each, Optional.empty(), Optional.empty(),
                        request.lastOn()));
        Decision<Request, RequestEvent> decision = AbandonmentRules.abandon(request, known,
                request.lastOn().plusDays(days));
        assertEquals(outcome, decision instanceof Decision.Accepted<Request, RequestEvent> accepted
                ? accepted.state().stage().name()
                : codes(decision).get(0));
    }

    @Test
    void theBanksRefusalIsAStepToo() {
        assertEquals(List.of("still-to-be-awaited"),
                codes(AbandonmentRules.abandon(SENT, refusedOn(REFUSED), REFUSED.plusDays(89))));
    }

    private static Optional<Accompaniment> refusedOn(LocalDate day) {
        return Optional.of(
                new Accompaniment(SENT.about(), 2, LoanStage.BANK_REFUSED, Optional.of(UNTIL), Optional.empty(), day));
    }

    private static Decision.Accepted<Request, RequestEvent> accepted(Decision<Request, RequestEvent> decision) {
        return (Decision.Accepted<Request, RequestEvent>) decision;
    }

    private static List<String> codes(Decision<Request, RequestEvent> decision) {
        return decision instanceof Decision.Refused<Request, RequestEvent> refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
    }
}
