package fr.microcredit.intake.agent.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.agent.domain.AbsenceRules.By;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** Who names a substitute, whom, and for how long. */
class AbsenceRulesTest {
    private static final LocalDate ON = LocalDate.of(2026, 7, 1);

    @ParameterizedTest
    @CsvSource({"alix, false, sacha, 2026-07-06, 2026-07-17, true, ''",
            "alix, false, sacha, 2026-07-06, 2026-07-06, true, ''",
            "other, true, sacha, 2026-07-06, 2026-07-17, true, ''",
            "other, false, sacha, 2026-07-06, 2026-07-17, true, own-absence-only",
            "alix, false, alix, 2026-07-06, 2026-07-17, true, own-substitute",
            "alix, false, nobody, 2026-07-06, 2026-07-17, false, unknown-agent",
            "alix, false, sacha, 2026-07-06, 2026-07-05, true, before-the-first-day",
            "alix, false, sacha, 2026-06-01, 2026-07-01, true, ''",
            "alix, false, sacha, 2026-06-01, 2026-06-30, true, over-already",
            "alix, false, sacha, 2026-07-06, 2027-07-05, true, ''",
            "alix, false, sacha, 2026-07-06, 2027-07-06, true, away-too-long",
            "other, false, alix, 2026-07-06, 2026-07-05, false, "
                    + "own-absence-only unknown-agent own-substitute before-the-first-day"})
    void anAgentNamesAColleagueForSomeDays(String by, boolean manages, String substitute, LocalDate from, LocalDate to,
            boolean known, String codes) {
        assertEquals(listed(codes),
                codes(AbsenceRules.name(absence(substitute, from, to), new By(by, manages), known)));
    }

    @ParameterizedTest
    @CsvSource({"alix, false, 2026-07-10, ''", "alix, false, 2026-07-05, ''", "alix, false, 2026-07-17, ''",
            "alix, false, 2026-07-04, before-the-first-day", "alix, false, 2026-07-18, only-earlier",
            "sacha, false, 2026-07-10, own-absence-only", "sacha, true, 2026-07-10, ''"})
    void anAbsenceEndsEarlierOrNotAtAll(String by, boolean manages, LocalDate last, String codes) {
        Absence absence = absence("sacha", LocalDate.of(2026, 7, 6), LocalDate.of(2026, 7, 17));
        Decision<Absence, Record> decision = AbsenceRules.end(absence, new By(by, manages), last, ON.plusDays(9));
        assertEquals(listed(codes), codes(decision));
        if (codes.isEmpty()) {
            assertEquals(last, ((Decision.Accepted<Absence, Record>) decision).state().to());
        }
    }

    /** Nothing of it is another's than what was named, and what is ended says when. */
    @Test
    void whatWasNamedIsKeptAsItWas() {
        Absence absence = absence("sacha", LocalDate.of(2026, 7, 6), LocalDate.of(2026, 7, 17));
        By alix = new By("alix", false);
        assertEquals(Decision.accepted(absence, List.of()), AbsenceRules.name(absence, alix, true));
        assertEquals(Decision.unchanged(absence), AbsenceRules.end(absence, alix, absence.to(), ON.plusDays(9)));
        assertEquals(
                Decision.accepted(new Absence(absence.id(), "ccas-dijon", "alix", "sacha", absence.from(),
                        LocalDate.of(2026, 7, 10), ON.plusDays(9)), List.of()),
                AbsenceRules.end(absence, alix, LocalDate.of(2026, 7, 10), ON.plusDays(9)));
        assertEquals("00000000-0000-0000-0000-000000000001", absence.key());
        assertEquals("named", absence.status());
        assertEquals(LocalDate.of(2026, 7, 6), absence.day(), "sorted by its first day");
    }

    private static Absence absence(String substitute, LocalDate from, LocalDate to) {
        return new Absence(new UUID(0, 1), "ccas-dijon", "alix", substitute, from, to, ON);
    }

    private static List<String> listed(String codes) {
        return codes.isEmpty() ? List.of() : Arrays.asList(codes.split(" "));
    }

    private static List<String> codes(Decision<Absence, Record> decision) {
        return decision instanceof Decision.Refused<Absence, Record> refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
    }
}
