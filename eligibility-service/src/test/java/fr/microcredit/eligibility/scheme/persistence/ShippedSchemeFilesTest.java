package fr.microcredit.eligibility.scheme.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.AdmittedPurpose;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Policy;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purposes;
import fr.microcredit.eligibility.scheme.domain.AccompanimentClauses.Budget;
import fr.microcredit.eligibility.scheme.domain.AccompanimentClauses.BudgetLine;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.Clause.State;
import fr.microcredit.eligibility.scheme.domain.DecisionClauses.Body;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Basis;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Period;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.UnitScale;
import fr.microcredit.eligibility.scheme.domain.LoanClauses.RateRange;
import fr.microcredit.eligibility.scheme.domain.OtherAid;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.domain.Succession;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Bank;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.EarlyEnd;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Method;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Rebate;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Subsidy;
import fr.microcredit.eligibility.scheme.domain.Territory;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.loan.Rate;

/** The shipped files against domain.md A.2 and section 1. */
class ShippedSchemeFilesTest {
    private static final String BANKS = "support/banks";
    private static final String DIJON = "dijon-2007";
    private static final String DIJON_DEMONSTRATION = "dijon-demonstration-1";
    private static final String POITOU_DEMONSTRATION = "poitou-charentes-demonstration-1";
    private static final BigDecimal HALF = new BigDecimal("0.50");

    private static List<Scheme> all() {
        return new ShippedSchemeFiles().documents().stream().map(Files::parse).toList();
    }

    @Test
    void sixFilesEachClosedByTheConvention() {
        assertEquals(List.of(DIJON, DIJON_DEMONSTRATION, "reims-2010", "reims-demonstration-1", "ploermel-2011",
                "ploermel-demonstration-1", "national-2017", "national-demonstration-2017", "national-2022",
                "national-demonstration-2022", "poitou-charentes-2007", POITOU_DEMONSTRATION),
                all().stream().map(Scheme::version).toList());
    }

    @ParameterizedTest
    @CsvSource({"dijon-2007, dijon, 2007-09-01, , COMMUNE, 21231", "reims-2010, reims, 2010-11-08, , COMMUNE, 51454",
            "ploermel-2011, ploermel, 2011-01-01, , COMMUNE, 56165 56032 56065 56122 56138 56139 56249",
            "national-2017, national, 2007-01-01, 2022-02-06, NATIONAL, ''",
            "national-2022, national, 2022-02-07, , NATIONAL, ''",
            "poitou-charentes-2007, poitou-charentes, 2007-01-01, , REGION, 16 17 79 86"})
    void whereAndWhenASchemeApplies(String version, String schemeId, LocalDate from, LocalDate to,
            Territory.Level level, String codes) {
        Scheme scheme = Files.scheme(version);
        assertEquals(schemeId, scheme.schemeId());
        assertEquals(from, scheme.validFrom());
        assertEquals(Optional.ofNullable(to), scheme.validTo());
        assertEquals(new Territory(level, Arrays.stream(codes.split(" ")).filter(code -> !code.isEmpty()).toList()),
                scheme.territory());
    }

    @ParameterizedTest
    @CsvSource({"dijon-2007, dijon-demonstration-1", "reims-2010, reims-demonstration-1",
            "ploermel-2011, ploermel-demonstration-1", "poitou-charentes-2007, poitou-charentes-demonstration-1",
            "national-2017, national-demonstration-2017", "national-2022, national-demonstration-2022"})
    void theConventionClosesOpenRulesOnly(String base, String demonstration) {
        Scheme before = Files.scheme(base);
        Scheme after = Files.scheme(demonstration);
        assertEquals(before.schemeId(), after.schemeId());
        assertEquals(before.validFrom(), after.validFrom());
        assertEquals(before.validTo(), after.validTo());
        assertEquals(before.territory(), after.territory());
        before.clauses().forEach((rule, clause) -> assertTrue(clause.equals(after.clauses().get(rule))
                || clause.is(State.OPEN) || rule.equals(BANKS), rule + " was not open"));
        List<Bank> banks = after.support().banks().required();
        assertEquals(before.support().banks().stated().orElse(banks.subList(0, 0)),
                banks.subList(0, before.support().banks().stated().map(List::size).orElse(0)), "none is taken away");
        assertEquals(List.of(), after.blockingRules());
    }

    @ParameterizedTest
    @CsvSource({"dijon-2007, dijon-demonstration-1", "reims-2010, reims-demonstration-1",
            "ploermel-2011, ploermel-demonstration-1", "poitou-charentes-2007, poitou-charentes-demonstration-1",
            "national-2017, national-demonstration-2017", "national-2022, national-demonstration-2022"})
    void whatTheConventionClosesNamesItAsItsSource(String base, String demonstration) {
        Scheme before = Files.scheme(base);
        Scheme after = Files.scheme(demonstration);
        assertTrue(after.name().toLowerCase(Locale.FRENCH).contains("convention de démonstration"), after.name());
        List<Clause<?>> closed = after.clauses().entrySet().stream()
                .filter(each -> !each.getValue().equals(before.clauses().get(each.getKey())))
                .<Clause<?>>map(each -> each.getValue()).toList();
        assertFalse(closed.isEmpty());
        closed.forEach(
                clause -> assertTrue(clause.source().startsWith("Convention de démonstration"), clause.source()));
    }

    /** What is closed rule by rule: A.2 and what goes with it. */
    @ParameterizedTest
    @CsvSource({"""
                dijon-2007, dijon-demonstration-1, loan/bankRate loan/personalGuarantor access/difficulty \
                access/personCapCents support/banks support/guarantees support/subsidy support/rebate""",
            """
            reims-2010, reims-demonstration-1, loan/minAmountCents loan/minTermMonths loan/borrowerRate loan/bankRate \
            loan/feesCents loan/personalGuarantor means/incomeTest means/resteAVivrePerHeadCents means/overIndebted \
            means/importantDebt access/personCapCents support/guarantees support/subsidy support/rebate""",
            """
            ploermel-2011, ploermel-demonstration-1, decision/commission loan/bankRate means/incomeTest \
            means/resteAVivrePerHeadCents means/overIndebted means/importantDebt access/difficulty \
            access/personCapCents support/banks support/guarantees support/subsidy support/rebate""",
            """
            national-2017, national-demonstration-2017, decision/commission loan/borrowerRate loan/bankRate \
            loan/feesCents loan/personalGuarantor means/incomeTest means/resteAVivrePerHeadCents means/overIndebted \
            means/importantDebt access/difficulty support/banks support/guarantees support/subsidy support/rebate"""})
    void theRulesThatAreClosed(String base, String demonstration, String rules) {
        Scheme before = Files.scheme(base);
        assertEquals(rules, Files.scheme(demonstration).clauses().entrySet().stream()
                .filter(each -> !each.getValue().equals(before.clauses().get(each.getKey())))
                .map(each -> each.getKey()).collect(Collectors.joining(" ")));
    }

    @Test
    void dijonForTheDemonstration() {
        Scheme dijon = Files.scheme(DIJON_DEMONSTRATION);
        assertEquals(List.of(new Guarantee("fcs", HALF)), dijon.support().guarantees().required());
        assertEquals(new BigDecimal("4.40"), dijon.loan().bankRate().required());
        assertEquals(new Subsidy(Method.SCHEDULE_DIFFERENCE, EarlyEnd.INTEREST_TO_DATE),
                dijon.support().subsidy().required());
    }

    @Test
    void reimsForTheDemonstration() {
        Scheme reims = Files.scheme("reims-demonstration-1");
        assertEquals(30_000L, reims.loan().minAmountCents().required());
        assertEquals(6, reims.loan().minTermMonths().required());
        assertEquals(rate("4.40", "4.40"), reims.loan().borrowerRate().required());
        assertEquals(new BigDecimal("4.40"), reims.loan().bankRate().required());
    }

    @Test
    void ploermelForTheDemonstration() {
        Scheme ploermel = Files.scheme("ploermel-demonstration-1");
        assertEquals(rate("1", "2"), ploermel.loan().borrowerRate().required());
        assertEquals(Rate.ofPercent("2"), ploermel.loan().borrowerRate().required().applied(Optional.empty()));
        assertEquals(0, new BigDecimal("2").compareTo(ploermel.loan().bankRate().required()));
        assertEquals(State.NONE, ploermel.support().subsidy().state());
    }

    @Test
    void poitouCharentesForTheDemonstration() {
        Scheme poitou = Files.scheme(POITOU_DEMONSTRATION);
        assertEquals(30_000L, poitou.loan().minAmountCents().required());
        assertEquals(300_000L, poitou.loan().maxAmountCents().required());
        assertEquals(6, poitou.loan().minTermMonths().required());
        assertEquals(36, poitou.loan().maxTermMonths().required());
        assertEquals(rate("4.40", "4.40"), poitou.loan().borrowerRate().required());
        assertEquals(new BigDecimal("4.40"), poitou.loan().bankRate().required());
    }

    @Test
    void poitouCharentesHelpsForTheDemonstration() {
        Scheme poitou = Files.scheme(POITOU_DEMONSTRATION);
        assertEquals(List.of(new Guarantee("fcs", HALF), new Guarantee("region", new BigDecimal("0.25"))),
                poitou.support().guarantees().required());
        Rebate rebate = poitou.support().rebate().required();
        assertEquals(HALF, rebate.fraction());
        assertTrue(rebate.noUnpaid());
        assertFalse(rebate.noDelay());
        assertFalse(rebate.onRequest());
        assertEquals(State.NONE, poitou.support().subsidy().state());
    }

    @Test
    void poitouCharentesIncomeForTheDemonstration() {
        List<Period> periods = Files.scheme(POITOU_DEMONSTRATION).means().incomeTest().required().periods();
        assertEquals(1, periods.size());
        assertPeriod(periods.get(0), "2007-01-01", null, Basis.SMIC_NET_PER_UC, UnitScale.OECD_MODIFIED, false);
    }

    private static void assertPeriod(Period period, String from, String to, Basis basis, UnitScale scale,
            boolean assumption) {
        assertEquals(LocalDate.parse(from), period.from());
        assertEquals(Optional.ofNullable(to).map(LocalDate::parse), period.to());
        assertEquals(basis, period.basis());
        assertEquals(0, new BigDecimal("1.20").compareTo(period.factor()));
        assertEquals(Optional.ofNullable(scale), period.scale());
        assertEquals(assumption, period.assumption());
    }

    /** domain.md A.3 and 1.3. */
    @Test
    void dijonsIncomeCeiling() {
        List<Period> periods = Files.scheme(DIJON).means().incomeTest().required().periods();
        assertEquals(2, periods.size());
        assertPeriod(periods.get(0), "2007-09-01", "2008-05-13", Basis.SOCIAL_MINIMUM_BY_HOUSEHOLD, null, true);
        assertPeriod(periods.get(1), "2008-05-14", null, Basis.SMIC_NET_PER_UC, UnitScale.OECD_MODIFIED, false);
    }

    /** domain.md A.15. */
    @Test
    void dijonsBudget() {
        Budget budget = Files.scheme(DIJON).accompaniment().budget().required();
        assertEquals(2_180_000L, budget.totalCents());
        assertEquals(List.of(390_000L, 150_000L, 1_550_000L),
                budget.lines().stream().map(BudgetLine::amountCents).toList());
        assertEquals(90_000L, budget.unallocatedCents());
    }

    /** domain.md 1.2. */
    @Test
    void dijonsPurposes() {
        Purposes purposes = Files.scheme(DIJON).access().purposes().required();
        Optional<String> necessary = Optional.of("professional-inclusion");
        assertEquals(Policy.CLOSED_LIST, purposes.policy());
        assertEquals(List.of(new AdmittedPurpose(Purpose.HOUSEHOLD_APPLIANCE, Optional.empty()),
                new AdmittedPurpose(Purpose.RENTAL_DEPOSIT, Optional.empty()),
                new AdmittedPurpose(Purpose.DRIVING_LICENCE, necessary),
                new AdmittedPurpose(Purpose.VEHICLE, necessary)),
                purposes.admitted());
        assertEquals(Optional.empty(), purposes.judged());
    }

    @ParameterizedTest
    @CsvSource({"reims-2010, ''", "ploermel-2011, ''", "national-2017, ''", "national-2022, ''",
            "poitou-charentes-2007, debt-consolidation"})
    void theOthersListNoPurpose(String version, String excluded) {
        Purposes purposes = Files.scheme(version).access().purposes().required();
        assertEquals(Policy.UNIVERSAL, purposes.policy());
        assertEquals(List.of(), purposes.admitted());
        assertEquals(excluded, purposes.excluded().stream().map(Codes::of).collect(Collectors.joining(" ")));
    }

    /** Amounts in cents, terms in months, as the texts give them; what they do not give is none or open. */
    @ParameterizedTest
    @CsvSource({"dijon-2007, loan/minAmountCents, STATED, 30000", "dijon-2007, loan/maxAmountCents, STATED, 300000",
            "dijon-2007, loan/exceptionalAmountCents, OPEN,", "dijon-2007, loan/minTermMonths, STATED, 5",
            "dijon-2007, loan/maxTermMonths, STATED, 24", "dijon-2007, loan/exceptionalTermMonths, OPEN,",
            "dijon-2007, loan/bankRate, OPEN,", "dijon-2007, loan/feesCents, STATED, 0",
            "dijon-2007, means/resteAVivrePerHeadCents, STATED, 20000", "dijon-2007, means/debtRatio, OPEN,",
            "dijon-2007, means/overIndebted, STATED, REFUSED", "dijon-2007, means/importantDebt, JUDGED,",
            "dijon-2007, access/personCapCents, OPEN,", "dijon-2007, support/guarantees, OPEN,",
            "dijon-2007, support/subsidy, OPEN,", "dijon-2007, support/rebate, OPEN,",
            "reims-2010, loan/minAmountCents, OPEN,", "reims-2010, loan/maxAmountCents, STATED, 300000",
            "reims-2010, loan/minTermMonths, OPEN,", "reims-2010, loan/maxTermMonths, STATED, 36",
            "reims-2010, loan/borrowerRate, OPEN,", "reims-2010, loan/bankRate, OPEN,",
            "reims-2010, means/incomeTest, OPEN,", "reims-2010, means/resteAVivrePerHeadCents, OPEN,",
            "reims-2010, means/debtRatio, OPEN,", "ploermel-2011, means/debtRatio, JUDGED,",
            "reims-2010, access/personCapCents, OPEN,", "ploermel-2011, access/personCapCents, OPEN,",
            "poitou-charentes-2007, access/personCapCents, OPEN,", "reims-2010, support/rebate, OPEN,",
            "dijon-2007, loan/personalGuarantor, OPEN,", "dijon-2007, access/difficulty, OPEN,",
            "dijon-2007, decision/approvalDays, PLATFORM, 90", "dijon-2007, decision/waiver, PLATFORM, true",
            "dijon-2007, decision/concertation, STATED, true", "reims-2010, decision/concertation, PLATFORM, true",
            "dijon-2007, support/reservationDays, PLATFORM, 90",
            "reims-2010, access/difficulty, JUDGED,", "ploermel-2011, loan/minAmountCents, STATED, 30000",
            "ploermel-2011, loan/maxAmountCents, STATED, 300000", "ploermel-2011, loan/minTermMonths, STATED, 6",
            "ploermel-2011, loan/maxTermMonths, STATED, 36", "ploermel-2011, loan/bankRate, OPEN,",
            "ploermel-2011, loan/feesCents, STATED, 0", "ploermel-2011, loan/personalGuarantor, STATED, false",
            "ploermel-2011, means/incomeTest, OPEN,", "ploermel-2011, support/subsidy, OPEN,",
            "national-2017, loan/minAmountCents, STATED, 30000", "national-2017, loan/maxAmountCents, STATED, 300000",
            "national-2017, loan/exceptionalAmountCents, JUDGED, 500000",
            "national-2017, loan/minTermMonths, STATED, 6", "national-2017, loan/maxTermMonths, STATED, 36",
            "national-2017, loan/exceptionalTermMonths, JUDGED, 48", "national-2017, loan/borrowerRate, OPEN,",
            "national-2017, means/incomeTest, OPEN,", "national-2017, access/personCapCents, STATED, 500000",
            "national-2022, loan/minAmountCents, STATED, 30000", "national-2022, loan/maxAmountCents, STATED, 800000",
            "national-2022, loan/minTermMonths, STATED, 6", "national-2022, loan/maxTermMonths, STATED, 84",
            "national-2022, loan/exceptionalAmountCents, OPEN,", "national-2022, loan/exceptionalTermMonths, OPEN,",
            "national-2022, access/personCapCents, STATED, 800000", "national-2022, loan/borrowerRate, OPEN,",
            "poitou-charentes-2007, loan/minAmountCents, OPEN,", "poitou-charentes-2007, loan/maxAmountCents, OPEN,",
            "poitou-charentes-2007, loan/minTermMonths, OPEN,", "poitou-charentes-2007, loan/maxTermMonths, OPEN,",
            "poitou-charentes-2007, loan/borrowerRate, OPEN,", "poitou-charentes-2007, loan/bankRate, OPEN,",
            "poitou-charentes-2007, means/incomeTest, OPEN,", "poitou-charentes-2007, support/guarantees, OPEN,",
            "poitou-charentes-2007, support/rebate, OPEN,", "poitou-charentes-2007, support/subsidy, NONE,",
            "poitou-charentes-2007, means/overIndebted, STATED, ADMITTED"})
    void asTheTextsLeaveIt(String version, String rule, State state, String value) {
        Clause<?> clause = Files.scheme(version).clauses().get(rule);
        assertEquals(state, clause.state());
        assertEquals(Optional.ofNullable(value), clause.value().map(String::valueOf));
    }

    @ParameterizedTest
    @CsvSource({"dijon-2007, 1, 1", "ploermel-2011, 1, 2"})
    void theBorrowersRate(String version, String min, String max) {
        assertEquals(rate(min, max), Files.scheme(version).loan().borrowerRate().required());
    }

    private static RateRange rate(String min, String max) {
        return new RateRange(new BigDecimal(min), new BigDecimal(max));
    }

    @ParameterizedTest
    @CsvSource({"dijon-2007, REQUIRED", "reims-2010, REQUIRED", "ploermel-demonstration-1, NONE",
            "poitou-charentes-demonstration-1, NONE"})
    void whoDecides(String version, Body body) {
        assertEquals(body, Files.scheme(version).decision().commission().required());
    }

    /** domain.md A.5: everywhere a bank refuses for good only after a meeting, or without one that the office waived. */
    @Test
    void noBankRefusesWithoutAMeeting() {
        for (Scheme scheme : all()) {
            assertTrue(scheme.decision().concertation().required(), scheme.version());
            assertTrue(scheme.decision().waiver().required(), scheme.version());
        }
    }

    /** domain.md A.17. */
    @Test
    void everyGroundIsAcceptedEverywhere() {
        for (Scheme scheme : all()) {
            assertEquals(List.of(Ground.values()),
                    scheme.access().grounds().required().accepted(), scheme.version());
        }
    }

    @ParameterizedTest
    @CsvSource({"dijon-2007, cm-dijon", "reims-2010, parcours-confiance",
            "poitou-charentes-2007, ce-poitou ca-poitou banque-postale cm-poitou"})
    void theBanks(String version, String banks) {
        assertEquals(banks, Files.scheme(version).support().banks().required().stream().map(Bank::bankId)
                .collect(Collectors.joining(" ")));
    }

    /** domain.md 1.5: the two other doors of the unit. */
    @Test
    void reimsNamesItsOtherDoors() {
        assertEquals(List.of(OtherAid.Kind.GRANT, OtherAid.Kind.REIMBURSABLE_ADVANCE), Files.scheme("reims-2010")
                .accompaniment().otherAids().required().stream().map(OtherAid::kind).toList());
    }

    /** Versions as the texts leave them; those of the demonstration take their place one by one. */
    @ParameterizedTest
    @ValueSource(strings = {"2007", "demonstration"})
    void shippedVersionsStandBesideEachOther(String which) {
        List<Scheme> some = all().stream()
                .filter(each -> each.version().contains("demonstration") == which.equals("demonstration")).toList();
        for (Scheme each : some) {
            assertEquals(List.of(),
                    Succession.check(each, some.stream().filter(other -> other != each).toList()), each.version());
        }
    }

    @Test
    void everyRuleSaysWhereItIsWritten() {
        for (Scheme scheme : all()) {
            scheme.clauses().forEach((rule, clause) -> assertFalse(clause.source().isBlank(), rule));
        }
    }
}
