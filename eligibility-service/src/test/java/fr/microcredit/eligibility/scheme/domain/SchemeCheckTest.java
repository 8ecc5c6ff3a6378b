package fr.microcredit.eligibility.scheme.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.AdmittedPurpose;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Policy;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purposes;
import fr.microcredit.eligibility.scheme.domain.AccompanimentClauses.Budget;
import fr.microcredit.eligibility.scheme.domain.AccompanimentClauses.BudgetLine;
import fr.microcredit.eligibility.scheme.domain.Clause.State;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Basis;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Period;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.UnitScale;
import fr.microcredit.eligibility.scheme.domain.LoanClauses.RateRange;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Bank;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Rebate;
import fr.microcredit.kit.domain.Codes;

/** One thing at a time is changed in a scheme that is sound. */
class SchemeCheckTest {
    private static final Scheme SOUND = Files.scheme("dijon-demonstration-1");
    private static final String SOURCE = "test";
    private static final String GUARANTEES = "support/guarantees";
    private static final String PURPOSES = "access/purposes";
    private static final String PERIODS = "means/incomeTest";
    private static final String SUBSIDY = "support/subsidy";
    private static final String BANK_RATE = "loan/bankRate";
    private static final String BANKS = "support/banks";

    private static Scheme with(String path, Object value) {
        return Altered.copy(SOUND, path, value);
    }

    private static Scheme stating(String rule, Object value) {
        return with(rule, Clause.stated(value, SOURCE));
    }

    private static Clause<Object> state(State state) {
        return new Clause<>(state, Optional.empty(),
                state == State.JUDGED ? Optional.of("some-question") : Optional.empty(), SOURCE);
    }

    /** @param expected pointer and code, or null for none */
    private static void assertFinding(String expected, Scheme scheme) {
        assertEquals(expected == null ? List.of() : List.of(expected),
                SchemeCheck.of(scheme).stream().map(each -> each.pointer() + " " + each.code()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dijon-2007", "reims-2010", "ploermel-2011", "national-2017", "national-2022",
            "poitou-charentes-2007", "dijon-demonstration-1", "reims-demonstration-1", "ploermel-demonstration-1",
            "poitou-charentes-demonstration-1"})
    void shippedVersionsAreSound(String version) {
        assertFinding(null, Files.scheme(version));
    }

    @ParameterizedTest
    @CsvSource({"2007-08-31, /validTo ends-before-it-begins", "2007-09-01,", "2007-09-02,", "2012-12-31,"})
    void aVersionLastsADayAtLeast(LocalDate validTo, String expected) {
        assertFinding(expected, with("validTo", Optional.of(validTo)));
    }

    @ParameterizedTest
    @CsvSource({"COMMUNE, 21231,", "COMMUNE, 2A004,", "COMMUNE, 21231 21171,", "DEPARTMENT, 21,", "DEPARTMENT, 2A 2B,",
            "REGION, 16 17 79 86,", "NATIONAL, '',"})
    void codesFitTheirLevel(Territory.Level level, String codes, String expected) {
        assertFinding(expected, with("territory", new Territory(level, codes(codes))));
    }

    @ParameterizedTest
    @CsvSource({"COMMUNE, 21", "COMMUNE, 21231 21", "COMMUNE, ''", "DEPARTMENT, 21231", "DEPARTMENT, ''",
            "REGION, 16 17001", "REGION, ''", "NATIONAL, 21", "NATIONAL, 21231"})
    void codesOfAnotherLevelAreRefusedOnce(Territory.Level level, String codes) {
        assertFinding("/territory/codes codes-do-not-fit-the-level",
                with("territory", new Territory(level, codes(codes))));
    }

    private static List<String> codes(String codes) {
        return Arrays.stream(codes.split(" ")).filter(code -> !code.isEmpty()).toList();
    }

    @ParameterizedTest
    @CsvSource({"loan/minAmountCents, 299999,", "loan/minAmountCents, 300000,",
            "loan/minAmountCents, 300001, /loan/maxAmountCents/value below-its-minimum", "loan/maxAmountCents, 30001,",
            "loan/maxAmountCents, 30000,", "loan/maxAmountCents, 29999, /loan/maxAmountCents/value below-its-minimum"})
    void amountsAreInOrder(String rule, long cents, String expected) {
        assertFinding(expected, stating(rule, cents));
    }

    @ParameterizedTest
    @CsvSource({"loan/minTermMonths, 23,", "loan/minTermMonths, 24,",
            "loan/minTermMonths, 25, /loan/maxTermMonths/value below-its-minimum", "loan/maxTermMonths, 6,",
            "loan/maxTermMonths, 5,", "loan/maxTermMonths, 4, /loan/maxTermMonths/value below-its-minimum"})
    void termsAreInOrder(String rule, int months, String expected) {
        assertFinding(expected, stating(rule, months));
    }

    @ParameterizedTest
    @CsvSource({"299999, /loan/exceptionalAmountCents/value below-its-minimum", "300000,", "300001,", "500000,"})
    void anExceptionalAmountIsNotBelowTheOrdinaryOne(long cents, String expected) {
        assertFinding(expected, with("loan/exceptionalAmountCents", judgedUpTo(cents)));
    }

    @ParameterizedTest
    @CsvSource({"23, /loan/exceptionalTermMonths/value below-its-minimum", "24,", "25,", "48,"})
    void anExceptionalTermIsNotBelowTheOrdinaryOne(int months, String expected) {
        assertFinding(expected, with("loan/exceptionalTermMonths", judgedUpTo(months)));
    }

    private static <T> Clause<T> judgedUpTo(T limit) {
        return new Clause<>(State.JUDGED, Optional.of(limit), Optional.of("exceptional"), SOURCE);
    }

    @ParameterizedTest
    @CsvSource({"1, 4.39,", "1, 4.40,", "1, 4.4,", "1, 4.4000,",
            "1, 4.4001, /loan/borrowerRate/value/max above-the-bank-rate",
            "1, 4.41, /loan/borrowerRate/value/max above-the-bank-rate", "0, 0,", "1, 1.0,",
            "1.0001, 1, /loan/borrowerRate/value/max below-its-minimum"})
    void theBorrowersRateIsARangeUpToTheBanks(BigDecimal min, BigDecimal max, String expected) {
        assertFinding(expected, stating("loan/borrowerRate", new RateRange(min, max)));
    }

    @ParameterizedTest
    @CsvSource({"1,", "1.00,", "1.0001, /support/subsidy nobody-pays-the-difference",
            "4.40, /support/subsidy nobody-pays-the-difference"})
    void withoutSubsidyTheBorrowerPaysTheBanksRate(BigDecimal bankRate, String expected) {
        Scheme unsubsidised = with(SUBSIDY, Clause.none(SOURCE));
        assertFinding(expected, Altered.copy(unsubsidised, BANK_RATE, Clause.stated(bankRate, SOURCE)));
    }

    @Test
    void anOpenSubsidyIsNoFault() {
        assertFinding(null, with(SUBSIDY, state(State.OPEN)));
    }

    @ParameterizedTest
    @CsvSource({"fcs 0.50,", "fcs 0.999999,", "fcs 1, /support/guarantees/value shares-leave-the-bank-nothing",
            "fcs 1.00, /support/guarantees/value shares-leave-the-bank-nothing", "fcs 0.50 region 0.25,",
            "fcs 0.50 region 0.499999,",
            "fcs 0.50 region 0.50, /support/guarantees/value shares-leave-the-bank-nothing",
            "fcs 0.60 region 0.60, /support/guarantees/value shares-leave-the-bank-nothing", "fcs 0.000001,",
            "fcs 0, /support/guarantees/value share-of-nothing",
            "fcs 0.50 region 0.00, /support/guarantees/value share-of-nothing",
            "fcs 0.20 fcs 0.30, /support/guarantees/value named-twice"})
    void guarantorsLeaveTheBankAPart(String shares, String expected) {
        String[] words = shares.split(" ");
        List<Guarantee> guarantees = IntStream.range(0, words.length / 2)
                .mapToObj(index -> new Guarantee(words[2 * index], new BigDecimal(words[2 * index + 1]))).toList();
        assertFinding(expected, stating(GUARANTEES, guarantees));
    }

    @ParameterizedTest
    @CsvSource({"2007-09-01, 2008-05-13, 2008-05-14,", "2007-09-01, 2008-05-13, 2008-06-01,",
            "2007-09-01, 2008-05-14, 2008-05-14, /means/incomeTest/value/periods/1/from overlaps",
            "2007-09-01, 2008-06-30, 2008-05-14, /means/incomeTest/value/periods/1/from overlaps",
            "2007-09-01, , 2008-05-14, /means/incomeTest/value/periods/1/from overlaps",
            "2009-01-01, , 2008-05-14, /means/incomeTest/value/periods/1/from overlaps",
            "2009-01-01, 2009-12-31, 2008-05-14, /means/incomeTest/value/periods/1/from overlaps"})
    void periodsFollowOneAnother(LocalDate from, LocalDate to, LocalDate next, String expected) {
        assertFinding(expected, stating(PERIODS, new IncomeTest(List.of(period(from, to), period(next, null)))));
    }

    @ParameterizedTest
    @CsvSource({"2008-05-13, /means/incomeTest/value/periods/0/to ends-before-it-begins", "2008-05-14,", "2008-05-15,"})
    void aPeriodLastsADayAtLeast(LocalDate to, String expected) {
        IncomeTest test = new IncomeTest(List.of(period(LocalDate.of(2008, 5, 14), to)));
        assertFinding(expected, stating(PERIODS, test));
    }

    @Test
    void theThirdPeriodIsHeldAgainstTheSecond() {
        IncomeTest test = new IncomeTest(List.of(period(LocalDate.of(2008, 1, 1), LocalDate.of(2008, 12, 31)),
                period(LocalDate.of(2009, 1, 1), LocalDate.of(2009, 12, 31)),
                period(LocalDate.of(2009, 12, 31), null)));
        assertFinding("/means/incomeTest/value/periods/2/from overlaps", stating(PERIODS, test));
        assertEquals(List.of("1"), SchemeCheck.of(stating(PERIODS, test)).get(0).arguments());
    }

    @ParameterizedTest
    @CsvSource({"SMIC_NET_PER_UC, , /means/incomeTest/value/periods/0 scale-missing", "SMIC_NET_PER_UC, OECD_MODIFIED,",
            "SMIC_NET_PER_UC, CNAF,", "SMIC_NET_FLAT, ,", "SOCIAL_MINIMUM_BY_HOUSEHOLD, ,"})
    void consumptionUnitsNeedTheirScale(Basis basis, UnitScale scale, String expected) {
        Period period = new Period(LocalDate.of(2007, 9, 1), Optional.empty(), basis, new BigDecimal("1.20"),
                Optional.ofNullable(scale), Optional.empty(), false, SOURCE);
        assertFinding(expected, stating(PERIODS, new IncomeTest(List.of(period))));
    }

    private static Period period(LocalDate from, LocalDate to) {
        return new Period(from, Optional.ofNullable(to), Basis.SMIC_NET_PER_UC, new BigDecimal("1.20"),
                Optional.of(UnitScale.OECD_MODIFIED), Optional.empty(), false, SOURCE);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED_LIST, vehicle, '',", "CLOSED_LIST, vehicle training, health,",
            "CLOSED_LIST, '', '', /access/purposes/value/admitted closed-list-is-empty",
            "CLOSED_LIST, '', health, /access/purposes/value/admitted closed-list-is-empty", "UNIVERSAL, '', '',",
            "UNIVERSAL, '', debt-consolidation,",
            "UNIVERSAL, vehicle, '', /access/purposes/value/admitted universal-has-a-list",
            "CLOSED_LIST, vehicle health, health, /access/purposes/value/excluded admitted-and-excluded",
            "CLOSED_LIST, vehicle vehicle, '', /access/purposes/value/admitted named-twice"})
    void purposesFitTheirPolicy(Policy policy, String admitted, String excluded, String expected) {
        List<AdmittedPurpose> list = purposes(admitted).stream()
                .map(each -> new AdmittedPurpose(each, Optional.empty())).toList();
        assertFinding(expected, stating(PURPOSES, new Purposes(policy, list, purposes(excluded), Optional.empty())));
    }

    private static List<Purpose> purposes(String codes) {
        return codes(codes).stream().map(each -> Codes.parse(Purpose.class, each)).toList();
    }

    /** domain.md A.15: 3 900 + 1 500 + 15 500 and 900 left unallocated are 21 800; nothing is repaired. */
    @ParameterizedTest
    @CsvSource({"2180000, 90000,", "2180000, 89999, /accompaniment/budget/value/totalCents does-not-add-up",
            "2180000, 90001, /accompaniment/budget/value/totalCents does-not-add-up",
            "2180000, 0, /accompaniment/budget/value/totalCents does-not-add-up",
            "2090000, 90000, /accompaniment/budget/value/totalCents does-not-add-up",
            "2179999, 90000, /accompaniment/budget/value/totalCents does-not-add-up",
            "2180001, 90000, /accompaniment/budget/value/totalCents does-not-add-up"})
    void theBudgetAddsUp(long total, long unallocated, String expected) {
        List<BudgetLine> lines = List.of(new BudgetLine("Intérêts", 390_000), new BudgetLine("Formation", 150_000),
                new BudgetLine("Salaires", 1_550_000));
        assertFinding(expected, stating("accompaniment/budget", new Budget(total, lines, unallocated)));
    }

    @ParameterizedTest
    @CsvSource({"2007-08-31, /support/banks/value ends-before-it-begins", "2007-09-01,", "2009-12-31,"})
    void aBanksConventionLastsADayAtLeast(LocalDate to, String expected) {
        Bank bank = new Bank("cm-dijon", "Crédit municipal", LocalDate.of(2007, 9, 1), Optional.of(to));
        assertFinding(expected, stating(BANKS, List.of(bank)));
    }

    @ParameterizedTest
    @CsvSource({"cm-dijon, /support/banks/value named-twice", "cm-lyon,"})
    void noBankIsNamedTwice(String other, String expected) {
        LocalDate from = LocalDate.of(2007, 9, 1);
        assertFinding(expected, stating(BANKS, List.of(new Bank("cm-dijon", "One", from, Optional.empty()),
                new Bank(other, "Other", from, Optional.empty()))));
    }

    @ParameterizedTest
    @CsvSource({"grant, /accompaniment/otherAids/value named-twice", "advance,"})
    void noOtherAidIsNamedTwice(String other, String expected) {
        assertFinding(expected, stating("accompaniment/otherAids", List.of(aid("grant"), aid(other))));
    }

    private static OtherAid aid(String aidId) {
        return new OtherAid(aidId, OtherAid.Kind.GRANT, "Aide", "Aid", true, new OtherAid.Conditions(List.of(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), SOURCE);
    }

    /** domain.md 1.9, line 9: the fraction is above 0 and at most 1. */
    @Test
    void aRebateOfNothingIsNone() {
        Rebate nothing = new Rebate(BigDecimal.ZERO, true, false, false, Optional.empty());
        assertFalse(SchemeCheck.of(stating("support/rebate", nothing)).isEmpty(), "a rebate of nothing is none");
    }

    @ParameterizedTest
    @CsvSource({"0.000001", "0.50", "1"})
    void aRebateIsAPartOfTheInterestOrAll(BigDecimal fraction) {
        assertFinding(null,
                stating("support/rebate", new Rebate(fraction, true, false, false, Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision/commission", "loan/minAmountCents", "loan/maxAmountCents", "loan/minTermMonths",
            "loan/maxTermMonths", "loan/borrowerRate", "loan/bankRate", "access/residence", "access/purposes",
            "access/grounds", "access/personCapCents", "support/banks", "support/reservationDays"})
    void whatEverythingBuildsOnIsStatedOrStillOpen(String rule) {
        assertFinding("/" + rule + " must-be-stated", with(rule, state(State.NONE)));
        assertFinding("/" + rule + " must-be-stated", with(rule, state(State.JUDGED)));
        assertFinding(null, with(rule, state(State.OPEN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision/concertation", "decision/override", "loan/exceptionalAmountCents",
            "loan/exceptionalTermMonths", "loan/feesCents", "loan/personalGuarantor", "means/incomeTest",
            "means/resteAVivrePerHeadCents", "means/debtRatio", "means/overIndebted", "means/importantDebt",
            "access/difficulty", "support/guarantees", "support/rebate", "accompaniment/followUp",
            "accompaniment/budget", "accompaniment/otherAids"})
    void aSchemeMayDoWithoutTheOtherRules(String rule) {
        assertFinding(null, with(rule, state(State.NONE)));
        assertFinding(null, with(rule, state(State.OPEN)));
    }

    @Test
    void everyFaultIsTold() {
        Scheme late = with("validTo", Optional.of(LocalDate.of(2000, 1, 1)));
        Scheme both = Altered.copy(late, "loan/maxTermMonths", Clause.stated(1, SOURCE));
        assertEquals(List.of("/validTo", "/loan/maxTermMonths/value"),
                SchemeCheck.of(both).stream().map(Finding::pointer).toList());
    }

    @ParameterizedTest
    @CsvSource({"""
                dijon-2007, loan/bankRate loan/personalGuarantor access/difficulty access/personCapCents \
                support/guarantees support/subsidy support/rebate""",
            """
            reims-2010, loan/minAmountCents loan/minTermMonths loan/borrowerRate loan/bankRate loan/feesCents \
            loan/personalGuarantor means/incomeTest means/resteAVivrePerHeadCents means/overIndebted \
            means/importantDebt access/personCapCents support/guarantees support/rebate""",
            """
            ploermel-2011, decision/commission loan/bankRate means/incomeTest means/resteAVivrePerHeadCents \
            means/overIndebted means/importantDebt access/difficulty access/personCapCents support/banks \
            support/guarantees support/subsidy support/rebate""",
            """
            national-2017, decision/commission loan/borrowerRate loan/bankRate loan/feesCents \
            loan/personalGuarantor means/incomeTest means/resteAVivrePerHeadCents means/overIndebted \
            means/importantDebt access/difficulty support/banks support/guarantees support/rebate""",
            """
            national-2022, decision/commission loan/borrowerRate loan/bankRate loan/feesCents \
            loan/personalGuarantor means/incomeTest means/resteAVivrePerHeadCents means/overIndebted \
            means/importantDebt access/difficulty support/banks support/guarantees support/rebate""",
            """
            poitou-charentes-2007, decision/commission loan/minAmountCents loan/maxAmountCents loan/minTermMonths \
            loan/maxTermMonths loan/borrowerRate loan/bankRate loan/feesCents loan/personalGuarantor \
            means/incomeTest means/resteAVivrePerHeadCents access/personCapCents support/guarantees support/rebate""",
            "dijon-demonstration-1, ''", "reims-demonstration-1, ''", "ploermel-demonstration-1, ''",
            "poitou-charentes-demonstration-1, ''", "national-demonstration-2017, ''",
            "national-demonstration-2022, ''"})
    void whatKeepsAVersionFromPublication(String version, String rules) {
        List<Finding> blocking = SchemeCheck.blocking(Files.scheme(version));
        assertEquals(codes(rules).stream().map(rule -> new Finding("/" + rule, "rule-open", List.of(rule))).toList(),
                blocking);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision/commission", "decision/concertation", "loan/minAmountCents",
            "loan/maxAmountCents", "loan/minTermMonths", "loan/maxTermMonths", "loan/borrowerRate", "loan/bankRate",
            "loan/feesCents", "loan/personalGuarantor", "means/incomeTest", "means/resteAVivrePerHeadCents",
            "means/overIndebted", "means/importantDebt", "access/residence", "access/purposes", "access/grounds",
            "access/difficulty", "access/personCapCents", "support/banks", "support/guarantees", "support/subsidy",
            "support/rebate", "support/reservationDays"})
    void anOpenRuleBlocks(String rule) {
        assertEquals(List.of(rule), with(rule, state(State.OPEN)).blockingRules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision/override", "loan/exceptionalAmountCents", "loan/exceptionalTermMonths",
            "means/debtRatio", "accompaniment/followUp", "accompaniment/budget", "accompaniment/otherAids"})
    void whatOnlyWidensOrDescribesBlocksNothing(String rule) {
        assertEquals(List.of(), with(rule, state(State.OPEN)).blockingRules());
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "1.00, ''", "1.0001, support/subsidy", "4.40, support/subsidy"})
    void anOpenSubsidyBlocksWhereSomebodyHasToPayTheDifference(BigDecimal bankRate, String blocking) {
        Scheme open = with(SUBSIDY, state(State.OPEN));
        assertEquals(codes(blocking),
                Altered.copy(open, BANK_RATE, Clause.stated(bankRate, SOURCE)).blockingRules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "JUDGED"})
    void onlyOpenRulesBlock(State state) {
        assertEquals(List.of(), with(PERIODS, state(state)).blockingRules());
    }
}
