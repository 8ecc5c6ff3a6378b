package fr.microcredit.intake.request.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.CorrectionRules.Correction;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

class CorrectionRulesTest {
    private static final Applicant BEFORE = Requested.born("1980-05-04");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"DRAFT, dossier-stage", "SUBMITTED, quiet", "NEEDS_JUDGEMENT, quiet", "ELIGIBLE, quiet",
            "FOUND_INELIGIBLE, quiet", "APPROVED, quiet", "TRANSMITTED, told", "AMENDED, told",
            "WITHDRAWN, dossier-stage", "REFUSED, dossier-stage", "INELIGIBLE, dossier-stage",
            "NOT_LENT, dossier-stage", "ABANDONED, dossier-stage"})
    void aNameIsPutRightAtAnyTimeAndTheBankThatHasItIsTold(Stage stage, String what) {
        Request request = Requested.at(stage, 1, true);
        Applicant named = named("Lefèvre", "1980-05-04");
        Decision<Request, RequestEvent> decision = CorrectionRules.correct(request, BEFORE, as(request, named),
                request.lastOn().plusDays(1));
        if (decision instanceof Decision.Refused<Request, RequestEvent> refused) {
            assertEquals(what, refused.reasons().get(0).code());
            return;
        }
        Decision.Accepted<Request, RequestEvent> corrected = (Decision.Accepted<Request, RequestEvent>) decision;
        assertEquals(what.equals("told") ? List.of(RequestRules.disclosed(request, named)) : List.of(),
                corrected.events());
        assertEquals(stage, corrected.state().stage());
        assertEquals(request.revision(), corrected.state().revision(), "nobody decides again");
        assertEquals(request.about(), corrected.state().about());
        assertEquals(request.applicantRevision() + 1, corrected.state().applicantRevision());
    }

    /** Opened on {@link Requested#ON}: whoever is as old as before was assessed as that. */
    @ParameterizedTest
    @CsvSource({"1980-05-05, ''", "1980-05-04, ''", "1979-05-04, age-was-assessed", "1990-05-04, age-was-assessed",
            "2150-01-01, date-in-the-future age-was-assessed"})
    void anotherAgeIsAnAmendment(String birthDate, String codes) {
        Request request = Requested.at(Stage.TRANSMITTED, 1, true);
        Decision<Request, RequestEvent> decision = CorrectionRules.correct(request, BEFORE,
                as(request, named("Exemple", birthDate)), request.lastOn());
        List<String> found = decision instanceof Decision.Refused<Request, RequestEvent> refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
        assertEquals(codes.isEmpty() ? List.of() : List.of(codes.split(" ")), found);
    }

    @Test
    void theSameAgainChangesNothing() {
        Request request = Requested.at(Stage.TRANSMITTED, 1, true);
        assertEquals(Decision.unchanged(request),
                CorrectionRules.correct(request, BEFORE, as(request, BEFORE), request.lastOn()));
    }

    /** Under the name of somebody who is known the cap would be looked at twice. */
    @Test
    void aPersonWhoIsKnownIsNotPutInThePlaceOfAnother() {
        Request request = Requested.at(Stage.TRANSMITTED, 1, true);
        Correction known = new Correction(named("Lefèvre", "1980-05-04"), new UUID(0, 99), true);
        assertEquals(List.of("another-person"), ((Decision.Refused<Request, RequestEvent>) CorrectionRules
                .correct(request, BEFORE, known, request.lastOn())).reasons().stream().map(Reason::code).toList());
    }

    private static Correction as(Request request, Applicant applicant) {
        return new Correction(applicant, request.about().personId(), request.wasSent());
    }

    private static Applicant named(String name, String birthDate) {
        return new Applicant(name, BEFORE.givenNames(), LocalDate.parse(birthDate), BEFORE.street(),
                BEFORE.postalCode(), BEFORE.city(), BEFORE.phone(), BEFORE.email());
    }
}
