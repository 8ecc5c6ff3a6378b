package fr.microcredit.intake.accompaniment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.intake.accompaniment.domain.AnotherBankRules.Banks;
import fr.microcredit.intake.accompaniment.domain.AnotherBankRules.Proposal;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.Requested;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/**
 * Another bank: one has refused on 2008-10-10 what it was sent, and the approval is valid until 2009-01-08; or one has taken
 * files until 2008-10-31 and what is approved for it was never sent.
 */
class AnotherBankRulesTest {
    private static final LocalDate REFUSED = LocalDate.parse("2008-10-10");
    private static final LocalDate UNTIL = LocalDate.parse("2009-01-08");
    private static final Request SENT = Requested.at(Stage.TRANSMITTED, 2, true);
    private static final Proposal OTHER = new Proposal("ce-bourgogne", REFUSED);
    private static final Request APPROVED = Requested.at(Stage.APPROVED, 1, true);
    private static final Optional<LocalDate> LAST_DAY = Optional.of(LocalDate.parse("2008-10-31"));
    private static final LocalDate LEFT = LocalDate.parse("2008-11-01");
    private static final Banks GONE = new Banks(List.of(), false, LAST_DAY);

    @Test
    void whatABankThatHasLeftNeverHadGoesToAnotherOneAsItWasApproved() {
        Decision.Accepted<Request, RequestEvent> accepted = accepted(AnotherBankRules.propose(APPROVED,
                Optional.empty(), new Proposal("ce-bourgogne", LEFT), GONE, LEFT));
        Request next = accepted.state();
        assertEquals(Stage.AMENDED, next.stage());
        assertEquals(2, next.revision());
        assertEquals(List.of(), next.refusedBy(), "nobody has refused it");
        assertEquals(Optional.empty(), next.about().bankId());
        assertEquals(APPROVED.approval(), next.approval());
        assertEquals("ce-bourgogne", next.asked().bankId());
        assertEquals(Optional.of(LEFT), next.content().consents().transmission());
        assertEquals(RequestEvent.Cause.ANOTHER_BANK,
                ((RequestEvent.Amended) accepted.events().get(0)).cause());
    }

    @ParameterizedTest(name = "{0}, consent of {1}, on {4}: {5}")
    @CsvSource(nullValues = "-", value = {"ce-bourgogne, 2008-11-01, -, false, 2008-11-01, ''",
            "ce-bourgogne, 2008-11-01, -, false, 2012-11-01, ''",
            "ce-bourgogne, 2008-11-01, -, true, 2008-11-01, dossier-stage",
            "ce-bourgogne, 2008-10-31, -, false, 2008-11-01, before-the-bank-left",
            "ce-bourgogne, 2008-11-02, -, false, 2008-11-01, date-in-the-future",
            "ce-bourgogne, 2008-11-01, bank-not-in-territory, false, 2008-11-01, bank-not-in-territory",
            "cm-dijon, 2008-11-01, bank-without-convention, false, 2008-11-01, bank-without-convention",
            "cm-dijon, 2008-10-31, bank-without-convention, false, 2008-11-01, bank-without-convention before-the-bank-left"})
    void whatSpeaksAgainstAnotherBankWhereOneHasLeft(String bank, LocalDate consent, String against,
            boolean present, LocalDate on, String codes) {
        assertEquals(codes.isEmpty() ? List.of() : List.of(codes.split(" ")),
                codes(AnotherBankRules.propose(APPROVED, Optional.empty(), new Proposal(bank, consent),
                        new Banks(against(against), present, LAST_DAY), on)));
    }

    /** Only what stands approved waits for a bank: before that it is amended, afterwards a bank has it. */
    @ParameterizedTest
    @EnumSource(value = Stage.class, names = {"APPROVED", "FOUND_INELIGIBLE"}, mode = EnumSource.Mode.EXCLUDE)
    void inNoOtherStageABankThatHasLeftIsAReason(Stage stage) {
        assertEquals(List.of("dossier-stage"), codes(AnotherBankRules.propose(Requested.at(stage, 1, true),
                Optional.empty(), new Proposal("ce-bourgogne", LEFT), GONE, LEFT)));
    }

    /** It was approved for one bank, and under the terms of the next it does not fit: another one may be asked still. */
    @ParameterizedTest(name = "{0}, consent of {1}: {2}")
    @CsvSource({"third, 2008-11-10, ''", "third, 2008-11-09, before-the-assessment",
            "ce-bourgogne, 2008-11-10, bank-asked-already"})
    void whatDoesNotFitUnderTheNextBanksTermsGoesToAnotherOne(String bank, LocalDate consent, String code) {
        Request next = accepted(AnotherBankRules.propose(APPROVED, Optional.empty(),
                new Proposal("ce-bourgogne", LEFT), GONE, LEFT)).state();
        LocalDate assessed = LocalDate.parse("2008-11-10");
        assertEquals(code.isEmpty() ? List.of() : List.of(code),
                codes(AnotherBankRules.propose(next.at(Stage.FOUND_INELIGIBLE, assessed), Optional.empty(),
                        new Proposal(bank, consent), new Banks(List.of(), true, Optional.empty()), assessed)));
        Request neverApproved = Requested.at(Stage.FOUND_INELIGIBLE, 1, false);
        assertEquals(List.of("dossier-stage"), codes(AnotherBankRules.propose(neverApproved, Optional.empty(),
                new Proposal("third", LEFT), GONE, LEFT)));
    }

    /** The second bank has left before it had the request; the first one's refusal still counts the approval's days. */
    @ParameterizedTest
    @CsvSource({"2009-01-08, ''", "2009-01-09, approval-expired"})
    void afterARefusalTheApprovalsDaysGoOn(LocalDate on, String code) {
        Request second = accepted(propose(SENT, refusedOn(REFUSED), OTHER, true, REFUSED)).state()
                .at(Stage.APPROVED, REFUSED.plusDays(2));
        assertEquals(code.isEmpty() ? List.of() : List.of(code), codes(AnotherBankRules.propose(second,
                refusedOn(REFUSED), new Proposal("third", LEFT), GONE, on)));
        assertEquals(List.of("bank-has-refused"), codes(AnotherBankRules.propose(second, refusedOn(REFUSED),
                new Proposal("cm-dijon", LEFT), GONE, LEFT)));
    }

    @Test
    void itGoesToTheOtherBankAsAnotherRevisionUnderTheNewConsent() {
        Decision.Accepted<Request, RequestEvent> accepted = accepted(
                propose(SENT, refusedOn(REFUSED), OTHER, true, REFUSED.plusDays(1)));
        Request next = accepted.state();
        assertEquals(Stage.AMENDED, next.stage());
        assertEquals(3, next.revision());
        assertEquals(SENT.situationRevision(), next.situationRevision());
        assertEquals(Optional.empty(), next.about().bankId(), "no bank has it now");
        assertEquals(List.of("cm-dijon"), next.refusedBy());
        assertEquals("ce-bourgogne", next.asked().bankId());
        assertEquals(SENT.approval(), next.approval());
        assertEquals(Optional.of(REFUSED), next.content().consents().transmission());
        RequestEvent.Amended amended = (RequestEvent.Amended) accepted.events().get(0);
        assertEquals(RequestEvent.Cause.ANOTHER_BANK, amended.cause());
        assertEquals(List.of(RequestEvent.Part.BANK), amended.changed());
        assertEquals("ce-bourgogne", amended.proposedBankId());
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({"ce-bourgogne, 2008-10-10, true, 2009-01-08, on the last day",
            "ce-bourgogne, 2008-10-10, true, 2009-01-09, approval-expired",
            "ce-bourgogne, 2008-10-09, true, 2008-10-12, before-the-refusal",
            "ce-bourgogne, 2008-10-13, true, 2008-10-12, date-in-the-future",
            "ce-bourgogne, 2008-10-10, false, 2008-10-12, bank-without-convention",
            "cm-dijon, 2008-10-10, true, 2008-10-12, bank-has-refused",
            "cm-dijon, 2008-10-09, false, 2009-01-09, approval-expired bank-has-refused before-the-refusal"})
    void whatSpeaksAgainstAnotherBank(String bank, LocalDate consent, boolean convention, LocalDate on,
            String codes) {
        Decision<Request, RequestEvent> decision = propose(SENT, refusedOn(REFUSED),
                new Proposal(bank, consent), convention, on);
        assertEquals(codes.equals("on the last day") ? List.of() : List.of(codes.split(" ")), codes(decision));
    }

    @Test
    void aBankThatRefusedBeforeTheLastOneIsNotAskedAgain() {
        Request second = accepted(propose(SENT, refusedOn(REFUSED), OTHER, true, REFUSED)).state();
        Request sentAgain = second.with(second.about().at("ce-bourgogne"), second.content()).at(Stage.TRANSMITTED,
                REFUSED.plusDays(2));
        Optional<Accompaniment> refusedAgain = Optional.of(new Accompaniment(sentAgain.about(), 3,
                LoanStage.BANK_REFUSED, Optional.of(UNTIL), Optional.empty(), REFUSED.plusDays(5)));
        assertEquals(List.of("bank-has-refused"), codes(propose(sentAgain, refusedAgain,
                new Proposal("cm-dijon", REFUSED.plusDays(5)), true, REFUSED.plusDays(6))));
    }

    @Test
    void theRefusalOfAnEarlierRevisionIsOver() {
        Request changed = Requested.at(Stage.TRANSMITTED, 3, true);
        assertEquals(List.of("dossier-stage"),
                codes(propose(changed, refusedOn(REFUSED), OTHER, true, REFUSED.plusDays(1))));
    }

    @ParameterizedTest
    @EnumSource(value = LoanStage.class, names = "BANK_REFUSED", mode = EnumSource.Mode.EXCLUDE)
    void whatABankHasAndHasNotRefusedStays(LoanStage stage) {
        Optional<Accompaniment> known = Optional
                .of(new Accompaniment(SENT.about(), 2, stage, Optional.empty(), Optional.empty(), REFUSED));
        assertEquals(List.of("dossier-stage"), codes(propose(SENT, known, OTHER, true, REFUSED.plusDays(1))));
        assertEquals(List.of("dossier-stage"),
                codes(AnotherBankRules.propose(SENT, known, OTHER, GONE, REFUSED.plusDays(30))));
    }

    private static List<Reason> against(String code) {
        return code == null ? List.of() : List.of(Reason.invalid("/request/bankId", code));
    }

    /** Of a bank that is there still. */
    private static Decision<Request, RequestEvent> propose(Request request, Optional<Accompaniment> known,
            Proposal proposal, boolean hasConvention, LocalDate on) {
        return AnotherBankRules.propose(request, known, proposal, new Banks(
                hasConvention ? List.of() : against("bank-without-convention"), true, Optional.empty()),
                on);
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
