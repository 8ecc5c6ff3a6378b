package fr.microcredit.intake.dossier.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.kit.money.Money;

class ProgressionTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 15);

    @ParameterizedTest
    @CsvSource({"SUBMITTED, FOUND_TO_JUDGE, NEEDS_JUDGEMENT, 0", "SUBMITTED, FOUND_INELIGIBLE, FOUND_INELIGIBLE, 0",
            "FOUND_INELIGIBLE, INELIGIBILITY_CONFIRMED, INELIGIBLE, 1", "ELIGIBLE, REFUSED, REFUSED, 1",
            "ELIGIBLE, ADJOURNED, ELIGIBLE, 0", "ELIGIBLE, APPROVED, TRANSMITTED, 2",
            "TRANSMITTED, BANK_ACCEPTED, BANK_ACCEPTED, 0", "TRANSMITTED, BANK_DISAGREED, BANK_DISAGREED, 0",
            "BANK_ACCEPTED, BANK_DISAGREED, BANK_DISAGREED, 0", "BANK_DISAGREED, MEETING_CHANGED_NOTHING, CONCERTED, 0",
            "CONCERTED, BANK_REFUSED, BANK_REFUSED, 0", "CONCERTED, BANK_ACCEPTED, BANK_ACCEPTED, 0",
            "BANK_ACCEPTED, CONTRACTED, CONTRACTED, 0", "CONTRACTED, DISBURSED, DISBURSED, 0",
            "DISBURSED, REPAID, REPAID, 1", "FOUND_INELIGIBLE, FOUND_INELIGIBLE, FOUND_INELIGIBLE, 0",
            "FOUND_INELIGIBLE, FOUND_ELIGIBLE, ELIGIBLE, 0",
            "FOUND_INELIGIBLE, FOUND_TO_JUDGE, NEEDS_JUDGEMENT, 0",
            "CONTRACTED, BANK_ACCEPTED, BANK_ACCEPTED, 0", "CONTRACTED, BANK_DISAGREED, BANK_DISAGREED, 0"})
    void whatAReportMakesOfADossier(Stage from, Step step, Stage to, int events) {
        Decision.Accepted next = Progression.apply(dossier(from, false), Report.of(step, 1, ON)).orElseThrow();
        assertEquals(to, next.dossier().stage());
        assertEquals(events, next.events().size());
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, FOUND_ELIGIBLE", "SUBMITTED, APPROVED", "ELIGIBLE, BANK_ACCEPTED", "TRANSMITTED, CONTRACTED",
            "BANK_ACCEPTED, DISBURSED", "CONTRACTED, REPAID", "TRANSMITTED, MEETING_CHANGED_REQUEST"})
    void whatComesBeforeItsGroundIsEarly(Stage stage, Step step) {
        assertTrue(Progression.apply(dossier(stage, false), Report.of(step, 1, ON)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aFinalStageOnlyTakesNote(Step step) {
        Dossier withdrawn = dossier(Stage.WITHDRAWN, false);
        assertEquals(Optional.of(new Decision.Accepted(withdrawn, List.of())),
                Progression.apply(withdrawn, Report.of(step, 1, ON)));
    }

    @Test
    void anAssessmentOfANewerRequestIsEarlyAndOfAnOlderOneOutdated() {
        assertTrue(Progression.apply(dossier(Stage.SUBMITTED, false), Report.assessed(Step.FOUND_ELIGIBLE, 2, "{}", ON))
                .isEmpty());
        Dossier second = dossier(Stage.AMENDED, true).revised(2, 1);
        assertEquals(second,
                Progression.apply(second, Report.assessed(Step.FOUND_INELIGIBLE, 1, "{}", ON)).orElseThrow()
                        .dossier());
    }

    @Test
    void anApprovedRequestThatWasChangedGoesToTheBankAgain() {
        Dossier second = dossier(Stage.AMENDED, true).revised(2, 1);
        Decision.Accepted next = Progression.apply(second, Report.assessed(Step.FOUND_ELIGIBLE, 2, "{\"a\":1}", ON))
                .orElseThrow();
        assertEquals(Stage.TRANSMITTED, next.dossier().stage());
        assertEquals(Optional.of("{\"a\":1}"), next.dossier().terms());
    }

    @Test
    void aMeetingChangesAmountAndTermOnly() {
        Dossier before = dossier(Stage.BANK_DISAGREED, true);
        Dossier after = Progression.apply(before, Report.meeting(1, Money.ofEuros("1800"), 24, ON)).orElseThrow()
                .dossier();
        assertEquals(before.request().changedTo(Money.ofEuros("1800"), 24), after.request());
        assertEquals(2, after.revision());
    }

    @Test
    void approvalWithoutConsentWaitsForAnAgent() {
        Dossier silent = dossier(Stage.ELIGIBLE, false).with(content(Consents.NONE));
        Decision.Accepted next = Progression.apply(silent, Report.of(Step.APPROVED, 1, ON)).orElseThrow();
        assertEquals(Stage.APPROVED, next.dossier().stage());
        assertTrue(next.events().isEmpty());
        assertTrue(Desk.transmit(next.dossier(), true, ON) instanceof Decision.Refused);
    }

    @ParameterizedTest
    @CsvSource({"ELIGIBLE, true, false", "ELIGIBLE, false, true", "APPROVED, true, true", "SUBMITTED, false, false"})
    void anAgentSendsTheFileWhereThereIsNoCommission(Stage stage, boolean commission, boolean allowed) {
        assertEquals(allowed, Desk.transmit(dossier(stage, false), commission, ON) instanceof Decision.Accepted);
    }

    private static Dossier dossier(Stage stage, boolean approved) {
        return new Dossier(UUID.randomUUID(), "ccas-dijon", UUID.randomUUID(), stage, 1, 1, ON, approved,
                content(new Consents(Optional.of(ON), Optional.empty())), Optional.of("{}"), 3);
    }

    private static Content content(Consents consents) {
        LoanRequest request = new LoanRequest("dijon", "cm-dijon", Purpose.VEHICLE, "un scooter", Ground.NOT_ASKED,
                Money.ofEuros("2000"), 24);
        return new Content(Optional.empty(), Optional.empty(), Optional.of(request), consents);
    }
}
