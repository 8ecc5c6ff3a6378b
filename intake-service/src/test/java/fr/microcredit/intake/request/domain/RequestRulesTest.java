package fr.microcredit.intake.request.domain;

import static fr.microcredit.intake.request.domain.Requested.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.RequestEvent.SituationDeclared;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;

class RequestRulesTest {
    private static final Applicant SOMEBODY = Requested.born("1980-05-04");

    /** By the day of the act: the day before the sixteenth birthday is too young. */
    @ParameterizedTest(name = "born {0}: {1}")
    @CsvSource({"2008-09-15, too-young", "1992-09-16, too-young", "1992-09-15, ''", "1990-09-16, ''",
            "1940-01-01, ''"})
    void nobodyUnderSixteenAsksForALoan(String born, String code) {
        Decision<Request, RequestEvent> decision = RequestRules.submit(Requested.at(Stage.DRAFT, 0, false),
                Requested.born(born), Optional.empty(), List.of(), ON);
        assertEquals(code.isEmpty() ? List.of() : List.of(code), codes(decision));
    }

    @Test
    void theAgeIsThatOfTheDay() {
        Accepted<Request, RequestEvent> submitted = accepted(RequestRules.submit(
                Requested.at(Stage.DRAFT, 0, false), Requested.born("1991-09-16"), Optional.empty(),
                List.of(), ON));
        assertEquals(16, ((SituationDeclared) submitted.events().get(0)).age());
        assertEquals(Stage.SUBMITTED, submitted.state().stage());
        assertEquals(1, submitted.state().revision());
    }

    @ParameterizedTest(name = "born {0}: {1}")
    @CsvSource({"2008-09-15, ''", "2008-09-16, date-in-the-future", "1888-09-15, ''", "1887-09-14, too-old"})
    void birthDatesArePlausibleByTheDayOfTheAct(String born, String code) {
        Request draft = Requested.at(Stage.DRAFT, 0, false);
        assertEquals(code.isEmpty() ? List.of() : List.of(code),
                codes(RequestRules.open(draft.about(), Requested.REGISTRATION, Requested.born(born), draft.content(),
                        ON)));
        assertEquals(code.isEmpty() ? List.of() : List.of(code),
                codes(RequestRules.change(draft, draft.about(), Requested.born(born), draft.content(), ON)));
    }

    @Test
    void whatAnotherOfficeHasStopsNobodyAndStaysWithTheRequest() {
        YearMonth since = YearMonth.of(2008, 6);
        Registration kept = accepted(RequestRules.submit(Requested.at(Stage.DRAFT, 0, false), SOMEBODY,
                Optional.of(since), List.of(), ON)).state().registration();
        assertEquals(new Registration(Requested.REGISTRATION.number(), "an-agent", Optional.of(ON), Optional.of(since),
                Optional.empty(), Optional.empty()),
                kept);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, true, ''", "TRANSMITTED, true, ''", "DRAFT, false, unknown-agent",
            "WITHDRAWN, true, dossier-stage"})
    void aDossierIsEntrustedToAnAgentOfTheOfficeAslongAsItIsNotOver(Stage stage, boolean known, String code) {
        Decision<Request, RequestEvent> decision = RequestRules.entrust(Requested.at(stage, 1, false), "other", known);
        assertEquals(code.isEmpty() ? List.of() : List.of(code), codes(decision));
        if (code.isEmpty()) {
            assertEquals("other", accepted(decision).state().registration().agent());
        }
    }

    @Test
    void childrenAndResidenceAreNotAhead() {
        Household ahead = new Household("21231", 1, List.of(ON.plusDays(1)), Optional.of(ON.plusDays(1)));
        Content content = new Content(Optional.of(ahead), Optional.empty(), Optional.empty(), Consents.NONE);
        assertEquals(List.of("date-in-the-future", "date-in-the-future"),
                codes(RequestRules.open(Requested.at(Stage.DRAFT, 0, false).about(), Requested.REGISTRATION, SOMEBODY,
                        content, ON)));
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        Request draft = Requested.at(Stage.DRAFT, 0, false);
        Request empty = draft.with(draft.about(),
                new Content(Optional.empty(), Optional.empty(), Optional.empty(), Consents.NONE));
        Decision<Request, RequestEvent> decision = RequestRules.submit(empty, SOMEBODY, Optional.empty(),
                List.of(Reason.invalid("/request/bankId", "bank-without-convention")), ON);
        assertEquals(List.of("/household", "/budget", "/request", "/consents/transmission", "/request/bankId"),
                ((Refused<Request, RequestEvent>) decision).reasons().stream().map(Reason::pointer).toList());
    }

    @ParameterizedTest
    @CsvSource({"ELIGIBLE, true, false", "ELIGIBLE, false, true", "APPROVED, true, true", "SUBMITTED, false, false"})
    void anAgentSendsTheFileWhereThereIsNoCommission(Stage stage, boolean commission, boolean allowed) {
        Request request = Requested.at(stage, 1, false);
        assertEquals(allowed, RequestRules
                .transmit(request, Optional.of(SOMEBODY), new RequestRules.Sending(commission, true), ON).holds());
        assertFalse(RequestRules.transmit(request.with(request.about(), Requested.content(Consents.NONE)),
                Optional.of(SOMEBODY), new RequestRules.Sending(commission, true), ON).holds(), "no consent");
        LocalDate before = ON.minusDays(1);
        assertFalse(RequestRules
                .transmit(request, Optional.of(SOMEBODY), new RequestRules.Sending(commission, true), before).holds(),
                "none yet");
    }

    /** A bank that has left takes no new file; what it has already is sent again under its frozen terms. */
    @Test
    void aBankWithoutConventionTakesNoNewFile() {
        RequestRules.Sending without = new RequestRules.Sending(true, false);
        Request fresh = Requested.at(Stage.APPROVED, 1, true);
        assertEquals(List.of("bank-without-convention"),
                codes(RequestRules.transmit(fresh, Optional.of(SOMEBODY), without, ON)));
        Request there = fresh.with(fresh.about().at("cm-dijon"), fresh.content());
        assertTrue(RequestRules.transmit(there, Optional.of(SOMEBODY), without, ON).holds());
    }

    /** What the commission has set goes with the file, whoever sends it. */
    @Test
    void whatIsApprovedUnderConditionsIsSentWithThem() {
        Accepted<Request, RequestEvent> sent = accepted(RequestRules.transmit(Requested.at(Stage.APPROVED, 1, true),
                Optional.of(SOMEBODY), new RequestRules.Sending(true, true), ON));
        assertEquals(Requested.CONDITIONAL.conditions(),
                ((RequestEvent.Transmitted) sent.events().get(1)).conditions());
    }

    private static List<String> codes(Decision<Request, RequestEvent> decision) {
        return decision instanceof Refused<Request, RequestEvent> refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
    }

    private static Accepted<Request, RequestEvent> accepted(Decision<Request, RequestEvent> decision) {
        return (Accepted<Request, RequestEvent>) decision;
    }
}
