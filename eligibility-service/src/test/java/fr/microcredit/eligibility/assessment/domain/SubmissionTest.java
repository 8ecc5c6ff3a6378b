package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fr.microcredit.eligibility.assessment.domain.Partners.ProposedBank;
import fr.microcredit.kit.domain.About;

/** By the rules of which day a changed request is assessed, and since when its bank has been asked. */
class SubmissionTest {
    private static final About ABOUT = About.dossier(new UUID(0, 2), new UUID(0, 3), "ccas-dijon");

    private static Submission submitted(int revision, String scheme, String bank, String on) {
        LocalDate day = LocalDate.parse(on);
        Wish dijon = Request.atDijon().wish();
        Wish wish = new Wish(scheme, dijon.purpose(), dijon.ground(), dijon.amount(), dijon.months(),
                dijon.borrowerRate(), day);
        return new Submission(ABOUT, revision, revision, wish,
                Optional.ofNullable(bank).map(each -> new ProposedBank(each, day)), day);
    }

    /** Handed in on 2008-05-13 it keeps the ceiling of that day, though the board has voted another the day after. */
    @Test
    void aChangedRequestKeepsTheRulesOfItsFirstDay() {
        Submission first = submitted(1, "dijon", "cm-dijon", "2008-05-13");
        Submission third = submitted(3, "dijon", "cm-dijon", "2008-09-15")
                .after(List.of(first, submitted(2, "dijon", "cm-dijon", "2008-06-01")));
        assertEquals(LocalDate.parse("2008-05-13"), third.wish().appliedOn());
        assertEquals(LocalDate.parse("2008-09-15"), third.on(), "it is assessed when it is handed in all the same");
        assertEquals(3, third.revision());
        assertEquals(3, third.situationRevision());
        assertEquals(ABOUT, third.about());
    }

    @Test
    void underAnotherSchemeItBeginsAnew() {
        Submission before = submitted(1, "national", "cm-dijon", "2008-05-13");
        Submission moved = submitted(2, "dijon", "cm-dijon", "2008-09-15");
        assertEquals(moved, moved.after(List.of(before)));
        assertEquals(moved, moved.after(List.of()));
        Submission back = submitted(3, "national", "cm-dijon", "2008-10-01").after(List.of(before, moved));
        assertEquals(LocalDate.parse("2008-05-13"), back.wish().appliedOn(), "the first under that scheme");
    }

    /** Two banks by turns: each has been asked since the first time. */
    @Test
    void eachBankIsAskedSinceItsFirstDay() {
        List<Submission> before = List.of(submitted(1, "dijon", "cm-dijon", "2008-05-13"),
                submitted(2, "dijon", "ce-bourgogne", "2008-06-01"));
        assertEquals(Optional.of(new ProposedBank("ce-bourgogne", LocalDate.parse("2008-06-01"))),
                submitted(3, "dijon", "ce-bourgogne", "2008-09-15").after(before).bank());
        assertEquals(Optional.of(new ProposedBank("cm-dijon", LocalDate.parse("2008-05-13"))),
                submitted(3, "dijon", "cm-dijon", "2008-09-15").after(before).bank());
        assertEquals(Optional.empty(), submitted(3, "dijon", null, "2008-09-15").after(before).bank());
        assertEquals(Optional.of(new ProposedBank("cm-dijon", LocalDate.parse("2008-09-15"))),
                submitted(2, "dijon", "cm-dijon", "2008-09-15")
                        .after(List.of(submitted(1, "dijon", null, "2008-05-13"))).bank());
    }
}
