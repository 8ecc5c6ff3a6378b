package fr.microcredit.intake.request.domain;

import static fr.microcredit.intake.request.domain.Requested.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.AmendmentRules.Amendment;
import fr.microcredit.intake.request.domain.RequestEvent.Amended;
import fr.microcredit.intake.request.domain.RequestEvent.Cause;
import fr.microcredit.intake.request.domain.RequestEvent.Part;
import fr.microcredit.intake.request.domain.RequestEvent.SituationDeclared;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

class AmendmentRulesTest {
    private static final Applicant SOMEBODY = Requested.born("1980-05-04");
    private static final Content CONTENT = Requested.content(new Consents(Optional.of(ON), Optional.empty()));

    @ParameterizedTest(name = "{0}, approved {1}: {2}")
    @CsvSource({"DRAFT, false, false", "SUBMITTED, false, true", "NEEDS_JUDGEMENT, false, true",
            "ELIGIBLE, false, true", "FOUND_INELIGIBLE, false, true", "FOUND_INELIGIBLE, true, false",
            "INELIGIBLE, false, false", "APPROVED, true, false", "REFUSED, false, false", "TRANSMITTED, true, false",
            "AMENDED, true, false", "WITHDRAWN, false, false"})
    void itChangesUntilTheCommissionHasApprovedItOrItIsOver(Stage stage, boolean approved, boolean allowed) {
        assertEquals(allowed, amend(Requested.at(stage, 1, approved), SOMEBODY, CONTENT.resized(Money.ofEuros("1"), 6))
                .holds());
    }

    @Test
    void anotherAmountIsANewRevisionOnTheSameSituation() {
        Accepted<Request, RequestEvent> next = accepted(amend(Requested.at(Stage.FOUND_INELIGIBLE, 1, false),
                SOMEBODY, CONTENT.resized(Money.ofEuros("1500"), 24)));
        assertEquals(Stage.SUBMITTED, next.state().stage());
        assertEquals(2, next.state().revision());
        assertEquals(1, next.events().size());
        Amended told = (Amended) next.events().get(0);
        assertEquals(List.of(Part.AMOUNT), told.changed());
        assertEquals(Money.ofEuros("1500"), told.amount());
        assertEquals(1, told.situationRevision());
        assertEquals(Cause.CORRECTION, told.cause());
    }

    @Test
    void anotherRateIsANewRevisionAndAnAlternativeKeepsIt() {
        LoanRequest before = CONTENT.request().orElseThrow();
        LoanRequest cheaper = new LoanRequest(before.schemeId(), before.bankId(), before.purpose(), before.project(),
                before.ground(), before.amount(), before.termMonths(), Optional.of(Rate.ofPercent("1.50")));
        Accepted<Request, RequestEvent> next = accepted(amend(Requested.at(Stage.ELIGIBLE, 1, false), SOMEBODY,
                CONTENT.withRequest(cheaper)));
        Amended told = (Amended) next.events().get(0);
        assertEquals(List.of(Part.RATE), told.changed());
        assertEquals(Optional.of(Rate.ofPercent("1.50")), told.borrowerRate());
        assertEquals(2, told.revision());
        assertEquals(1, told.situationRevision());
        Amended smaller = (Amended) accepted(AmendmentRules.amend(next.state(), SOMEBODY,
                amendment(next.state(), SOMEBODY, next.state().content().resized(Money.ofEuros("1500"), 24)),
                List.of(), ON)).events().get(0);
        assertEquals(List.of(Part.AMOUNT), smaller.changed());
        assertEquals(Optional.of(Rate.ofPercent("1.50")), smaller.borrowerRate());
    }

    @ParameterizedTest
    @CsvSource({"1980-05-04, 900, BUDGET", "1981-05-04, 1100, APPLICANT", "1981-05-04, 900, APPLICANT BUDGET"})
    void whoLivesOnWhatIsANewSituation(String born, String wages, String changed) {
        Accepted<Request, RequestEvent> next = accepted(amend(Requested.at(Stage.ELIGIBLE, 3, false),
                Requested.born(born), paid(wages)));
        SituationDeclared declared = (SituationDeclared) next.events().get(0);
        assertEquals(2, declared.revision());
        assertEquals(Money.ofEuros(wages), declared.resources());
        Amended told = (Amended) next.events().get(1);
        assertEquals(2, told.situationRevision());
        assertEquals(4, told.revision());
        assertEquals(List.of(changed.split(" ")), told.changed().stream().map(Part::name).toList());
    }

    private static Content paid(String wages) {
        Budget before = CONTENT.budget().orElseThrow();
        return new Content(CONTENT.household(), Optional.of(new Budget(
                List.of(new Budget.Line("wages", Money.ofEuros(wages))), before.charges(), before.loans(),
                before.overIndebted())), CONTENT.request(), CONTENT.consents());
    }

    @Test
    void aTelephoneNumberAndAConsentAreWrittenDownOnly() {
        Applicant reached = new Applicant("Exemple", "Camille", LocalDate.parse("1980-05-04"), "2 rue des Exemples",
                "21000", "Dijon", Optional.of("0380000000"), Optional.empty());
        Content consented = Requested.content(new Consents(Optional.of(ON), Optional.of(ON)));
        Accepted<Request, RequestEvent> next = accepted(amend(Requested.at(Stage.ELIGIBLE, 1, false), reached,
                consented));
        assertEquals(List.of(), next.events());
        assertEquals(Stage.ELIGIBLE, next.state().stage());
        assertEquals(1, next.state().revision());
        assertEquals(consented, next.state().content());
        Request request = Requested.at(Stage.ELIGIBLE, 1, false);
        assertNotEquals(request, accepted(amend(request, reached, CONTENT)).state(),
                "what is written anew counts, so that it is kept in the audit chain and another's version is stale");
    }

    /** What was filed under was open on its day; only what is filed anew has to be open today. */
    @Test
    void theCatalogueIsAskedForAnotherSchemeOrBankOnly() {
        Request request = Requested.at(Stage.ELIGIBLE, 1, false);
        assertEquals(Optional.empty(), AmendmentRules.filedAnew(request,
                amendment(request, SOMEBODY, CONTENT.resized(Money.ofEuros("1500"), 24))));
        LoanRequest before = CONTENT.request().orElseThrow();
        LoanRequest elsewhere = new LoanRequest("national", before.bankId(), before.purpose(), before.project(),
                before.ground(), before.amount(), before.termMonths(), before.borrowerRate());
        assertEquals(Optional.of(elsewhere), AmendmentRules.filedAnew(request,
                amendment(request, SOMEBODY, CONTENT.withRequest(elsewhere))));
    }

    @Test
    void theSameAgainChangesNothing() {
        Request request = Requested.at(Stage.ELIGIBLE, 1, false);
        assertEquals(new Accepted<>(request, List.of()), amend(request, SOMEBODY, CONTENT));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Content nothing = new Content(Optional.empty(), Optional.empty(), Optional.empty(), Consents.NONE);
        Decision<Request, RequestEvent> decision = AmendmentRules.amend(Requested.at(Stage.ELIGIBLE, 1, false),
                SOMEBODY, amendment(Requested.at(Stage.ELIGIBLE, 1, false), Requested.born("2008-09-16"), nothing),
                List.of(Reason.invalid("/request/bankId", "bank-without-convention")), ON);
        assertEquals(List.of("date-in-the-future", "required", "required", "required", "required",
                "bank-without-convention", "too-young"),
                ((Refused<Request, RequestEvent>) decision).reasons().stream().map(Reason::code).toList());
    }

    @Test
    void whatWasDecidedOnTheRevisionBeforeIsNoMatterAnyMore() {
        Request amended = accepted(amend(Requested.at(Stage.ELIGIBLE, 1, false), SOMEBODY,
                CONTENT.resized(Money.ofEuros("1500"), 24))).state();
        for (Report.Step step : List.of(Report.Step.APPROVED, Report.Step.REFUSED, Report.Step.FOUND_INELIGIBLE)) {
            assertEquals(Optional.of(new Accepted<>(amended, List.of())),
                    ProgressRules.apply(amended, Report.of(step, 1, ON), Optional.of(SOMEBODY)));
        }
        assertTrue(ProgressRules.apply(amended, Report.of(Report.Step.APPROVED, 2, ON), Optional.of(SOMEBODY))
                .isEmpty());
    }

    private static Decision<Request, RequestEvent> amend(Request request, Applicant applicant, Content content) {
        return AmendmentRules.amend(request, SOMEBODY, amendment(request, applicant, content), List.of(), ON);
    }

    private static Amendment amendment(Request request, Applicant applicant, Content content) {
        return new Amendment(request.about(), applicant, content, Cause.CORRECTION);
    }

    private static Accepted<Request, RequestEvent> accepted(Decision<Request, RequestEvent> decision) {
        return (Accepted<Request, RequestEvent>) decision;
    }

    /** The office's list and the commission's are one, in whatever order they come; an approval says that nothing is missing. */
    @Test
    void theOfficeGivesItBackAndItGoesOnOnceAllIsThere() {
        Request eligible = Requested.at(Stage.ELIGIBLE, 1, false);
        Accepted<Request, RequestEvent> returned = accepted(
                AmendmentRules.giveBack(eligible, Set.of(MissingItem.QUOTE), ON));
        assertEquals(List.of(new RequestEvent.Returned(1, List.of(MissingItem.QUOTE))), returned.events());
        assertEquals(Decision.unchanged(returned.state()),
                AmendmentRules.giveBack(returned.state(), Set.of(MissingItem.QUOTE), ON));
        Request both = ProgressRules.apply(returned.state(), Report.decided(Report.Step.ADJOURNED, 1,
                new Report.Decided(List.of(MissingItem.OTHER, MissingItem.BANK_STATEMENTS), List.of(), false), ON),
                Optional.of(SOMEBODY)).orElseThrow().state();
        assertEquals(List.of(MissingItem.BANK_STATEMENTS, MissingItem.QUOTE, MissingItem.OTHER), both.missing());
        assertEquals(Decision.refused(Reason.conflict("items-missing")),
                RequestRules.transmit(both, Optional.of(SOMEBODY), new RequestRules.Sending(false, true), ON));
        Request approved = ProgressRules.apply(both, Report.decided(Report.Step.APPROVED, 1,
                Report.Decided.NOTHING, ON), Optional.of(SOMEBODY)).orElseThrow().state();
        assertEquals(List.of(), approved.missing());
        assertFalse(AmendmentRules.giveBack(approved, Set.of(MissingItem.QUOTE), ON).holds());
    }

    @Test
    void withTheLastMissingItemItComesBeforeTheCommissionAgain() {
        Accepted<Request, RequestEvent> taken = ProgressRules.apply(Requested.at(Stage.ELIGIBLE, 1, false),
                Report.decided(Report.Step.ADJOURNED, 1,
                        new Report.Decided(List.of(MissingItem.QUOTE, MissingItem.BANK_STATEMENTS), List.of(), false),
                        ON),
                Optional.of(SOMEBODY)).orElseThrow();
        assertEquals(List.of(new RequestEvent.Returned(1, List.of(MissingItem.BANK_STATEMENTS, MissingItem.QUOTE))),
                taken.events());
        Request adjourned = taken.state();
        assertEquals(Stage.ELIGIBLE, adjourned.stage());
        Accepted<Request, RequestEvent> first = accepted(
                AmendmentRules.receive(adjourned, Set.of(MissingItem.BANK_STATEMENTS), ON));
        assertEquals(List.of(MissingItem.QUOTE), first.state().missing());
        assertEquals(List.of(), first.events());
        Accepted<Request, RequestEvent> last = accepted(
                AmendmentRules.receive(first.state(), Set.of(MissingItem.QUOTE), ON));
        assertEquals(List.of(new RequestEvent.Completed(1)), last.events());
        assertFalse(AmendmentRules.receive(last.state(), Set.of(MissingItem.QUOTE), ON).holds());
        Request amended = accepted(amend(adjourned, SOMEBODY, CONTENT.resized(Money.ofEuros("1500"), 24))).state();
        assertEquals(List.of(), amended.missing(), "it is handed in anew");
    }
}
