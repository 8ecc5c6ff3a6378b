package fr.microcredit.eligibility.assessment.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.assessment.domain.Case;
import fr.microcredit.eligibility.assessment.domain.Note;
import fr.microcredit.eligibility.assessment.domain.Outcome;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Verdict;
import fr.microcredit.eligibility.assessment.domain.Wish;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.money.Money;

class SentencesTest {
    private static final Sentences FRENCH = Sentences.in(Locale.FRENCH);
    private static final Sentences ENGLISH = Sentences.in(Locale.ENGLISH);
    private static final List<Sentences> BOTH = List.of(FRENCH, ENGLISH);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("rules", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Map<String, String> figures(String pairs) {
        return pairs == null
                ? Map.of()
                : Arrays.stream(pairs.split(" ")).map(pair -> pair.split("=", -1))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** Narrow and ordinary no-break spaces as a space. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    /** Every rule and code that the rules produce, with figures as the rules give them. */
    @ParameterizedTest
    @CsvSource({"residence, within, commune=21231 minMonths=0",
            "residence, outside-the-territory, commune=21231 minMonths=0",
            "residence, residence-too-short, commune=21231 minMonths=6",
            "residence, residence-time-unknown, commune=21231 minMonths=6",
            "convention, within, bank=cm-dijon lastDay=",
            "convention, without-convention, bank=cm-dijon",
            "convention, convention-ended, bank=cm-dijon lastDay=2008-06-30",
            "accompanying-body, within, body=CCAS commune=21231 lastDay=",
            "accompanying-body, body-ended, body=CCAS commune=21231 lastDay=2008-06-30",
            "accompanying-body, not-under-this-scheme, body=CCAS commune=21231 lastDay=",
            "accompanying-body, commune-not-served, body=CCAS commune=21231 lastDay=",
            "purpose, within, purpose=vehicle",
            "purpose, excluded, purpose=debt-consolidation", "purpose, not-on-the-list, purpose=holiday",
            "ground, within, ground=not-asked", "ground, not-accepted, ground=not-asked",
            "financial-difficulty, within,",
            "financial-difficulty, to-be-judged,", "personal-guarantor, to-be-judged,",
            "professional-inclusion, to-be-judged,", "insertion-project, to-be-judged,",
            "project-relevance, to-be-judged,",
            "amount, within, askedCents=100000 minCents=30000 maxCents=300000",
            "amount, below-minimum, askedCents=29999 minCents=30000 maxCents=300000",
            "amount, above-maximum, askedCents=300001 minCents= maxCents=300000",
            "amount, exceptional, askedCents=300001 minCents=30000 maxCents=300000",
            "term, within, askedMonths=12 minMonths=5 maxMonths=24",
            "term, below-minimum, askedMonths=4 minMonths=5 maxMonths=",
            "term, above-maximum, askedMonths=25 minMonths=5 maxMonths=24",
            "term, exceptional, askedMonths=37 minMonths=6 maxMonths=36",
            "debt-ratio, within, instalmentsCents=10000 mostCents=33000 ratio=0.33",
            "debt-ratio, above-ratio, instalmentsCents=40000 mostCents=33000 ratio=0.33",
            "borrower-rate, within, rate=1.50 minRate=1 maxRate=2",
            "borrower-rate, below-minimum, rate=0.99 minRate=1 maxRate=2",
            "borrower-rate, above-maximum, rate=2.01 minRate=1 maxRate=2",
            "borrower-rate, only-rate, rate=1.00 minRate=1 maxRate=1",
            "borrower-rate, another-rate, rate=1.50 minRate=1 maxRate=1",
            "debt-ratio, cannot-be-spread,",
            "debt-ratio, rate-open,", "reste-a-vivre, cannot-be-spread,", "reste-a-vivre, rate-open,",
            "reste-a-vivre, within, resourcesCents=124000 chargesCents=56000 loanInstalmentsCents=0"
                    + " largestInstalmentCents=8000 leftCents=60000 floorCents=60000 perHeadCents=20000 heads=3",
            "reste-a-vivre, below-floor, resourcesCents=124000 chargesCents=56000 loanInstalmentsCents=0"
                    + " largestInstalmentCents=8001 leftCents=-1 floorCents=60000 perHeadCents=20000 heads=3",
            "person-cap, within, otherCents=0 togetherCents=100000 capCents=300000",
            "person-cap, above-cap, otherCents=250000 togetherCents=350000 capCents=300000",
            "usury, within, effectiveRate=4.4898 threshold=20.49",
            "usury, above-threshold, effectiveRate=21 threshold=20.49",
            "income-ceiling, within, resourcesCents=100000 ceilingCents=124504 parameter=smic-net-monthly"
                    + " reference=1037.53 factor=1.20 weight=1 weightKind=SMIC_NET_PER_UC parameterSource=INSEE",
            "income-ceiling, above-ceiling, resourcesCents=124505 ceilingCents=124504 parameter=smic-net-monthly"
                    + " reference=1037.53 factor=1.20 weight=1 weightKind=SMIC_NET_FLAT parameterSource=INSEE",
            "income-ceiling, above-assumed-ceiling, resourcesCents=53750 ceilingCents=53749 parameter=rmi-monthly"
                    + " reference=447.91 factor=1.20 weight=1 weightKind=SOCIAL_MINIMUM_BY_HOUSEHOLD parameterSource=x",
            "income-ceiling, parameter-missing, parameter=smic-net-monthly day=2009-07-01",
            "income-ceiling, no-rule-that-day, day=2007-01-01", "over-indebtedness, within,",
            "over-indebtedness, over-indebtedness,",
            "important-debt, no-debt, existingDebtCents=0 loanInstalmentsCents=0",
            "important-debt, to-be-judged, existingDebtCents=150000 loanInstalmentsCents=5000", "other-aid, within,",
            "other-aid, other-aid-first, aids=aide-au-projet namesFr=Aide namesEn=Grant",
            "bank-rate, rule-open, clause=loan/bankRate",
            "term, overridden, askedMonths=25 minMonths=5 maxMonths=24", "important-debt, judged-pass,",
            "important-debt, judged-fail,", "professional-inclusion, judged-pass,",
            "professional-inclusion, judged-fail,"})
    void everyAnswerIsASentence(String rule, String code, String pairs) {
        for (Sentences words : BOTH) {
            String sentence = words.of(rule, code, figures(pairs));
            assertSentence(sentence);
            assertNotEquals(code, sentence);
            assertNamed(words.language(), "rule." + rule);
        }
        assertNotEquals(FRENCH.of(rule, code, figures(pairs)), ENGLISH.of(rule, code, figures(pairs)));
    }

    private static void assertSentence(String sentence) {
        assertTrue(sentence.endsWith(".") && Character.isUpperCase(sentence.charAt(0)), sentence);
        assertFalse(sentence.contains("{") || sentence.contains("}"), sentence);
    }

    private static void assertNamed(Locale language, String key) {
        assertTrue(bundle(language).containsKey(key), key + " in " + language);
    }

    /** Of each rule that an open clause can leave to a person. */
    @ParameterizedTest
    @ValueSource(strings = {"commission", "concertation", "min-amount-cents", "max-amount-cents", "min-term-months",
            "max-term-months", "borrower-rate", "bank-rate", "fees-cents", "personal-guarantor", "income-test",
            "reste-a-vivre-per-head-cents", "over-indebted", "important-debt", "residence", "purposes", "grounds",
            "difficulty", "person-cap-cents", "banks", "guarantees", "subsidy", "rebate", "reservation-days"})
    void everyOpenRuleHasAName(String rule) {
        assertNamed(Locale.FRENCH, "rule." + rule);
        assertNamed(Locale.ENGLISH, "rule." + rule);
    }

    @ParameterizedTest
    @CsvSource({"usury-not-known, day=2013-07-15", "office-not-listed,", "other-aids-not-listed,",
            "below-national-fund-term, months=5 minMonths=6"})
    void everyNoteIsASentence(String code, String pairs) {
        BOTH.forEach(words -> assertSentence(words.text("note." + code, figures(pairs))));
    }

    @ParameterizedTest
    @CsvSource({"alternative.amount, amountCents=150000 months=24", "alternative.term, amountCents=150000 months=12",
            "alternative.missing, missingCents=1234",
            "page.lead, amountCents=150000 months=24 on=2008-07-15 scheme=x version=y",
            "page.proof, version=x knownOn=2008-07-15 hash=y"})
    void everyTextTakesItsFigures(String key, String pairs) {
        BOTH.forEach(words -> {
            String text = words.text(key, figures(pairs));
            assertNotEquals(key, text);
            assertFalse(text.contains("{"), text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdict.eligible", "verdict.ineligible", "verdict.needs-human",
            "verdict.ineligible-confirmed", "result.pass", "result.fail", "result.needs-human", "page.title",
            "page.mention", "page.rules", "page.data", "page.datum", "page.value", "page.origin", "page.parameters",
            "page.parameter", "page.holds", "page.weights", "page.operations", "page.alternatives", "page.aids",
            "page.notes", "page.source", "origin.declared", "origin.request", "datum.commune", "datum.personsFrom14",
            "datum.personsUnder14", "datum.resourcesCents", "datum.chargesCents", "datum.loanInstalmentsCents",
            "datum.existingDebtCents", "datum.overIndebted", "datum.purpose", "datum.ground", "alternative.none"})
    void everyOtherTextIsThere(String key) {
        BOTH.forEach(words -> {
            assertNotEquals(key, words.text(key));
            assertFalse(words.text(key).isBlank() || words.text(key).contains("{"), key);
        });
    }

    @Test
    void everyVerdictIsWorded() {
        for (Verdict verdict : Verdict.values()) {
            BOTH.forEach(words -> assertSentence(words.text("verdict." + Codes.of(verdict))));
        }
    }

    /** Purposes, reasons, national values and weights. */
    @ParameterizedTest
    @ValueSource(strings = {"household-appliance", "rental-deposit", "driving-licence", "vehicle", "training",
            "removal",
            "computer", "health", "holiday", "debt-consolidation", "other", "refused-ordinary-loan",
            "aid-insufficient", "not-asked", "smic-net-monthly", "rmi-monthly", "rsa-monthly", "SMIC_NET_PER_UC",
            "SMIC_NET_FLAT", "SOCIAL_MINIMUM_BY_HOUSEHOLD", "yes", "no"})
    void everyCodeInAFigureHasWords(String code) {
        assertNamed(Locale.FRENCH, "value." + code);
        assertNamed(Locale.ENGLISH, "value." + code);
        assertNotEquals(FRENCH.value("figure", code), "value." + code);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(new TreeSet<>(bundle(Locale.FRENCH).keySet()), new TreeSet<>(bundle(Locale.ENGLISH).keySet()));
    }

    @Test
    void bothLanguagesNameTheSameFigures() {
        assertEquals(places(bundle(Locale.FRENCH)), places(bundle(Locale.ENGLISH)));
    }

    private static Map<String, List<String>> places(ResourceBundle bundle) {
        Map<String, List<String>> places = new TreeMap<>();
        bundle.keySet().forEach(key -> places.put(key, PLACE.matcher(bundle.getString(key)).results()
                .map(MatchResult::group).sorted().distinct().toList()));
        return places;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"124504|1 245,04 €|€1,245.04", "0|0,00 €|€0.00", "5|0,05 €|€0.05",
            "30000|300,00 €|€300.00", "100000000|1 000 000,00 €|€1,000,000.00", "-1|-0,01 €|-€0.01"})
    void amountsAsPeopleWriteThem(long cents, String french, String english) {
        assertEquals(french, plain(FRENCH.money(Money.ofCents(cents))));
        assertEquals(english, plain(ENGLISH.money(Money.ofCents(cents))));
        assertEquals(french, plain(FRENCH.value("resourcesCents", String.valueOf(cents))));
    }

    /** An amount is not broken over two lines. */
    @Test
    void amountsKeepTogether() {
        assertFalse(FRENCH.money(Money.ofCents(124_504)).contains(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2008-07-15|15 juillet 2008|15 July 2008", "4.4898|4,4898|4.4898",
            "20.49|20,49|20.49", "1037.53|1 037,53|1,037.53", "|inconnu|not known", "21231|21231|21231", "12|12|12",
            "vehicle|véhicule|vehicle"})
    void figuresAsPeopleWriteThem(String figure, String french, String english) {
        String value = figure == null ? "" : figure;
        assertEquals(french, plain(FRENCH.value("figure", value)));
        assertEquals(english, plain(ENGLISH.value("figure", value)));
    }

    /** The figure of 2.1 for 2014-09-01, an amount in euros. */
    @Test
    void nationalValuesKeepTheirCents() {
        assertEquals("509,30", plain(FRENCH.value("reference", "509.30")));
        assertEquals("509.30", plain(ENGLISH.value("reference", "509.30")));
    }

    @Test
    void anAmountIsWrittenOut() {
        Map<String, String> figures = figures("askedCents=124504 minCents=30000 maxCents=300000");
        assertEquals("Le montant demandé, 1 245,04 €, est compris entre 300,00 € et 3 000,00 €.",
                plain(FRENCH.of("amount", "within", figures)));
        assertEquals("The amount asked for, €1,245.04, is between €300.00 and €3,000.00.",
                ENGLISH.of("amount", "within", figures));
    }

    @Test
    void theComputationOfTheCeiling() {
        Map<String, String> figures = figures("resourcesCents=100000 ceilingCents=124504 parameter=smic-net-monthly"
                + " reference=1037.53 factor=1.20 weight=1 weightKind=SMIC_NET_PER_UC parameterSource=INSEE");
        assertEquals(
                "1,20 × 1 037,53 (SMIC net mensuel) × 1 (unités de consommation) = 1 245,04 €, comparé à 1 000,00 €",
                FRENCH.operation("income-ceiling", figures).map(SentencesTest::plain).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"income-ceiling, parameter=smic-net-monthly day=2009-07-01", "reste-a-vivre,",
            "residence, commune=21231"})
    void whereNothingWasComputedThereIsNoComputation(String rule, String pairs) {
        assertEquals(Optional.empty(), FRENCH.operation(rule, figures(pairs)));
    }

    /** Households and wishes that reach most rules, under every shipped version. */
    private static List<Case> cases(Scheme scheme, String commune) {
        List<Case> cases = new ArrayList<>();
        for (String day : List.of("2007-11-15", "2008-07-15", "2009-08-01", "2011-02-01", "2020-02-01", "2026-04-01")) {
            for (Purpose purpose : List.of(Purpose.VEHICLE, Purpose.HOLIDAY, Purpose.DEBT_CONSOLIDATION)) {
                for (long euros : List.of(100L, 1_000L, 4_000L, 9_000L)) {
                    cases.add(subject(scheme, commune, LocalDate.parse(day), purpose, Money.ofEuros(euros + ".00")));
                }
            }
        }
        return cases;
    }

    private static Case subject(Scheme scheme, String commune, LocalDate day, Purpose purpose, Money amount) {
        boolean odd = amount.cents() % 40_000 != 0;
        Situation household = new Situation(commune, odd ? Optional.of(19) : Optional.empty(), 2, 1, false,
                Money.ofEuros(odd ? "1900.00" : "9000.00"),
                Money.ofEuros("1200.00"), Money.ofEuros(odd ? "0.00" : "50.00"), Money.ofEuros(odd ? "0.00" : "600.00"),
                odd, Optional.empty());
        Wish wish = new Wish(scheme.schemeId(), purpose, Ground.NOT_ASKED, amount, odd ? 5 : 60, Optional.empty(), day);
        return Case.of(scheme, Files.knownValues(), household, wish, Money.ofEuros(odd ? "0.00" : "2500.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dijon-2007", "reims-2010", "ploermel-2011", "national-2017", "national-2022",
            "poitou-charentes-2007", "dijon-demonstration-1", "reims-demonstration-1", "ploermel-demonstration-1",
            "poitou-charentes-demonstration-1"})
    void whatTheRulesSayIsWorded(String version) {
        for (String commune : List.of("21231", "86194")) {
            for (Case each : cases(Files.scheme(version), commune)) {
                Assessor.assess(each).outcomes().forEach(SentencesTest::assertWorded);
                Assessor.assess(each).notes().forEach(SentencesTest::assertWorded);
            }
        }
    }

    private static void assertWorded(Outcome outcome) {
        for (Sentences words : BOTH) {
            assertSentence(words.of(outcome.rule(), outcome.code(), outcome.figures()));
            assertNamed(words.language(), "rule." + outcome.rule());
            words.operation(outcome.rule(), outcome.figures()).ifPresent(text -> assertFalse(text.contains("{"), text));
        }
    }

    private static void assertWorded(Note note) {
        BOTH.forEach(words -> assertSentence(words.text("note." + note.code(), note.figures())));
    }
}
