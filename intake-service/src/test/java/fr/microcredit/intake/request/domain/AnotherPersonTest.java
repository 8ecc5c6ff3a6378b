package fr.microcredit.intake.request.domain;

import static fr.microcredit.intake.request.domain.Requested.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.AmendmentRules.Amendment;
import fr.microcredit.intake.request.domain.RequestEvent.Amended;
import fr.microcredit.intake.request.domain.RequestEvent.Cause;
import fr.microcredit.intake.request.domain.RequestEvent.Part;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;

/** A correction of the particulars may make the dossier another person's; what was found for the first says nothing of the second. */
class AnotherPersonTest {
    private static final Applicant SOMEBODY = Requested.born("1980-05-04");
    private static final Registration FOUND = new Registration(new FileNumber("DIJ", 2008, 42), "an-agent",
            Optional.of(ON), Optional.of(YearMonth.of(2008, 6)), Optional.empty(), Optional.empty());
    private static final Request SUBMITTED = Requested.at(Stage.ELIGIBLE, 1, false).registered(FOUND);

    @Test
    void whatAnotherOfficeHasOfTheFirstPersonIsForgotten() {
        About second = SUBMITTED.about().of(new UUID(0, 2));
        Request next = amended(second, Requested.born("1981-05-04"), SUBMITTED.content()).state();
        assertEquals(second, next.about());
        assertEquals(new Registration(FOUND.number(), "an-agent", Optional.of(ON), Optional.empty(), Optional.empty(),
                Optional.empty()),
                next.registration());
    }

    /** A birth date that was mistyped may be put right for the same person. */
    @Test
    void ofTheSamePersonItStaysKnown() {
        assertEquals(FOUND, amended(SUBMITTED.about(), Requested.born("1981-05-04"), SUBMITTED.content()).state()
                .registration());
    }

    @Test
    void whoLivesThereIsAPartOfTheSituation() {
        Content before = SUBMITTED.content();
        Household couple = new Household("21231", 2, List.of(LocalDate.of(2002, 3, 1)), Optional.empty());
        Accepted<Request, RequestEvent> next = amended(SUBMITTED.about(), SOMEBODY,
                new Content(Optional.of(couple), before.budget(), before.request(), before.consents()));
        assertEquals(2, next.state().situationRevision());
        assertEquals(List.of(Part.HOUSEHOLD), ((Amended) next.events().get(1)).changed());
    }

    /** What was, up to the day itself, can be; the day after can not. */
    @ParameterizedTest(name = "a child born {0}, living there since {1}: {2}")
    @CsvSource({"2008-09-15, 2008-09-15, ''", "2008-09-14, 2001-01-01, ''",
            "2008-09-16, 2008-09-15, /household/childBirthDates", "2008-09-15, 2008-09-16, /household/residentSince"})
    void childrenAndResidenceAreOfToday(LocalDate born, LocalDate since, String pointer) {
        Household household = new Household("21231", 1, List.of(LocalDate.of(2002, 3, 1), born), Optional.of(since));
        Content content = new Content(Optional.of(household), Optional.empty(), Optional.empty(), Consents.NONE);
        Decision<Request, RequestEvent> opened = RequestRules.open(SUBMITTED.about(), FOUND, SOMEBODY, content, ON);
        assertEquals(pointer.isEmpty() ? List.of() : List.of(pointer),
                opened instanceof Refused<Request, RequestEvent> refused
                        ? refused.reasons().stream().map(Reason::pointer).toList()
                        : List.of());
    }

    /** Who opens it has it, and it was handed in nowhere yet. */
    @Test
    void aNewDossierIsItsOpeners() {
        assertEquals(new Registration(FOUND.number(), "an-agent", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty()),
                Registration.of(FOUND.number(), "an-agent"));
    }

    private static Accepted<Request, RequestEvent> amended(About whom, Applicant applicant, Content content) {
        return (Accepted<Request, RequestEvent>) AmendmentRules.amend(SUBMITTED, SOMEBODY,
                new Amendment(whom, applicant, content, Cause.CORRECTION), List.of(), ON);
    }
}
