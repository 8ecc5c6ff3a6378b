package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.scheme.domain.AccompanimentClauses;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.OtherAid;
import fr.microcredit.eligibility.scheme.domain.OtherAid.Conditions;
import fr.microcredit.eligibility.scheme.domain.OtherAid.Kind;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.money.Money;

/** Whom another aid is for: each condition by itself, both sides of each limit. */
class AidRulesTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 15);

    @ParameterizedTest(name = "resources {0} of 1.8 units against 900.00 a unit: {1}")
    @CsvSource({"1620.00, true", "1619.99, true", "1620.01, false"})
    void resourcesForEachUnit(String resources, boolean fits) {
        Conditions poor = new Conditions(List.of(), Optional.of(90_000L), Optional.empty(), Optional.empty(),
                Optional.empty());
        assertEquals(fits, fits(poor, situation(2, 1, false, resources), "1000"));
    }

    @ParameterizedTest(name = "{0} children under 14, at least 2: {1}")
    @CsvSource({"1, false", "2, true", "3, true"})
    void childrenUnder14(int children, boolean fits) {
        Conditions family = new Conditions(List.of(), Optional.empty(), Optional.of(2), Optional.empty(),
                Optional.empty());
        assertEquals(fits, fits(family, situation(1, children, true, "1000"), "1000"));
    }

    @ParameterizedTest(name = "lone {0}, asked for {1}: {2}")
    @CsvSource({"true, true, true", "false, true, false", "true, false, false", "false, false, true"})
    void loneParents(boolean lone, boolean wanted, boolean fits) {
        Conditions conditions = new Conditions(List.of(), Optional.empty(), Optional.empty(), Optional.of(wanted),
                Optional.empty());
        assertEquals(fits, fits(conditions, situation(1, 1, lone, "1000"), "1000"));
    }

    @ParameterizedTest(name = "{0} of at most 500: {1}")
    @CsvSource({"500.00, true", "500.01, false"})
    void amounts(String amount, boolean fits) {
        Conditions small = new Conditions(List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(50_000L));
        assertEquals(fits, fits(small, situation(1, 0, false, "1000"), amount));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"RENTAL_DEPOSIT, true", "VEHICLE, false"})
    void purposes(Purpose wanted, boolean fits) {
        Conditions deposits = new Conditions(List.of(wanted), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
        assertEquals(fits, fits(deposits, situation(1, 0, false, "1000"), "1000"));
    }

    @Test
    void onlyWhatIsMoreFavourableComesBeforeTheLoanAndTheBestKindFirst() {
        Conditions anybody = new Conditions(List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
        Case both = subject(List.of(aid("beside", Kind.OTHER_LOAN, false, anybody),
                aid("advance", Kind.REIMBURSABLE_ADVANCE, true, anybody), aid("law", Kind.STATUTORY, true, anybody)),
                situation(1, 0, false, "1000"), "1000");
        assertEquals(List.of("law", "advance", "beside"),
                AidRules.fitting(both).stream().map(OtherAid::aidId).toList());
        assertEquals("law,advance", outcome(both).figures().get("aids"));
        Case beside = subject(List.of(aid("beside", Kind.OTHER_LOAN, false, anybody)),
                situation(1, 0, false, "1000"), "1000");
        assertEquals(Outcome.Result.PASS, outcome(beside).result());
    }

    private static boolean fits(Conditions conditions, Situation situation, String amount) {
        Case subject = subject(List.of(aid("aid", Kind.GRANT, true, conditions)), situation, amount);
        boolean first = outcome(subject).result() == Outcome.Result.NEEDS_HUMAN;
        assertEquals(first, !AidRules.fitting(subject).isEmpty());
        return first;
    }

    private static Outcome outcome(Case subject) {
        return Assessor.assess(subject).outcomes().stream().filter(each -> each.rule().equals("other-aid")).findFirst()
                .orElseThrow();
    }

    private static OtherAid aid(String id, Kind kind, boolean moreFavourable, Conditions conditions) {
        return new OtherAid(id, kind, "Aide", "Aid", moreFavourable, conditions, "Essai");
    }

    private static Situation situation(int from14, int under14, boolean lone, String resources) {
        return new Situation("21231", Optional.empty(), from14, under14, lone, Money.ofEuros(resources), Money.ZERO,
                Money.ZERO,
                Money.ZERO, false, Optional.empty());
    }

    private static Case subject(List<OtherAid> aids, Situation situation, String amount) {
        Scheme dijon = Files.scheme("dijon-demonstration-1");
        AccompanimentClauses with = new AccompanimentClauses(dijon.accompaniment().followUp(),
                dijon.accompaniment().budget(), Clause.stated(aids, "Essai"));
        Scheme scheme = new Scheme(dijon.schemeId(), dijon.version(), dijon.name(), dijon.validFrom(), dijon.validTo(),
                dijon.validity(), dijon.territory(), dijon.decision(), dijon.loan(), dijon.means(), dijon.access(),
                dijon.support(),
                with);
        return Case.of(scheme, Files.knownValues(), situation,
                new Wish("dijon", Purpose.RENTAL_DEPOSIT, Ground.NOT_ASKED, Money.ofEuros(amount), 12, Optional.empty(),
                        ON),
                Money.ZERO);
    }
}
