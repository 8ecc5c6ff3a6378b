package fr.microcredit.eligibility.scheme.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.SchemeReader;
import fr.microcredit.eligibility.scheme.SchemeReader.Reading;
import fr.microcredit.eligibility.scheme.domain.Finding;
import fr.microcredit.eligibility.scheme.domain.SchemeCheck;

/** Wrong files are refused with the line that a text editor would show. */
class JsonSchemeReaderTest {
    private static final SchemeReader READER = JsonSchemeReader.create();
    private static final String DIJON = Files.text("schemes/dijon-2007.json");
    private static final String NAME = "\"name\": \"Dijon\",";
    private static final Duration QUICK = Duration.ofSeconds(5);

    /** The file with one thing written otherwise. */
    private static String instead(String text, String other) {
        int first = DIJON.indexOf(text);
        assertTrue(first >= 0 && DIJON.indexOf(text, first + 1) < 0, "once in the file: " + text);
        return DIJON.replace(text, other);
    }

    /** Line of a text that is once in the document, from 1. */
    private static int lineOf(String document, String text) {
        int first = document.indexOf(text);
        assertTrue(first >= 0 && document.indexOf(text, first + 1) < 0, "once in the document: " + text);
        return 1 + (int) document.substring(0, first).chars().filter(each -> each == '\n').count();
    }

    private static List<String> told(String document) {
        Reading reading = READER.read(document);
        assertEquals(reading.findings().isEmpty(), reading.scheme().isPresent());
        return reading.findings().stream().map(each -> "line " + reading.lines().applyAsInt(each.pointer()) + " "
                + each.pointer() + " " + each.code()).toList();
    }

    @Test
    void theExampleOfTheReadmesTourCanBePublished() throws IOException {
        String example = java.nio.file.Files.readString(
                Path.of(System.getProperty("workspace.root"), "docs/examples/limoges.json"));
        assertEquals(List.of(), told(example));
        assertEquals(List.of(), READER.read(example).scheme().orElseThrow().blockingRules());
    }

    /** @param line text of the line on which the fault is */
    private static void assertTold(String document, String line, String pointer, String code) {
        assertEquals(List.of("line " + lineOf(document, line) + " " + pointer + " " + code), told(document));
    }

    static List<String> shipped() {
        return new ShippedSchemeFiles().documents();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedDocumentIsSound(String document) {
        Reading reading = READER.read(document);
        assertEquals(List.of(), reading.findings());
        assertEquals(List.of(), SchemeCheck.of(reading.scheme().orElseThrow()));
    }

    @Test
    void anUnknownKeyAtTheTop() {
        assertTold(instead(NAME, NAME + "\n  \"surprise\": 1,"), "\"surprise\"", "/surprise", "unknown-key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"feesCents\": {|\"feesCents\": {\"when\": 1, |/loan/feesCents/when",
            "\"debtRatio\": {|\"surprise\": {}, \"debtRatio\": {|/means/surprise",
            "\"minMonths\": 0|\"minMonths\": 0, \"since\": 1|/access/residence/value/since",
            "{\"purpose\": \"rental-deposit\"}|{\"purpose\": \"rental-deposit\", \"most\": 1}|/access/purposes/value/admitted/1/most"})
    void anUnknownKeyWithin(String text, String other, String pointer) {
        assertTold(instead(text, other.trim()), other.trim(), pointer, "unknown-key");
    }

    /** RFC 6901: a slash in a key is written ~1, a tilde ~0. */
    @ParameterizedTest
    @CsvSource({"loan/fees, /loan~1fees", "a~b, /a~0b", "'', /"})
    void anUnknownKeyThatHasToBeEscaped(String key, String pointer) {
        String document = instead(NAME, NAME + "\n  \"" + key + "\": 1,");
        assertTold(document, "\"" + key + "\": 1,", pointer, "unknown-key");
    }

    @Test
    void aMissingKeyIsToldWhereTheObjectBegins() {
        String document = "\n\n" + instead(NAME, "");
        assertEquals(List.of("line 3 /name key-missing"), told(document));
    }

    @Test
    void aMissingKeyWithin() {
        String document = instead("{\"purpose\": \"rental-deposit\"}", "{}");
        assertTold(document, "{}", "/access/purposes/value/admitted/1/purpose", "key-missing");
    }

    @Test
    void aMissingRule() {
        String document = instead("    \"importantDebt\": {\"state\": \"judged\", \"question\": \"important-debt\","
                + " \"source\": \"Fiche ELISAN, CCAS de Dijon\"}", "    \"overIndebted2\": 1");
        assertEquals(2, told(document).size());
        assertTrue(told(document)
                .contains("line " + lineOf(document, "\"means\": {") + " /means/importantDebt key-missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"30000\"|wrong-type", "30000.5|wrong-type", "true|wrong-type",
            "null|wrong-type", "[30000]|wrong-type", "0|out-of-range", "-1|out-of-range", "-30000|out-of-range",
            "100000001|out-of-range", "9223372036854775808|out-of-range", "99999999999999999999999999|out-of-range"})
    void aWrongAmount(String amount, String code) {
        String text = "\"minAmountCents\": {\"state\": \"stated\", \"value\": ";
        assertTold(instead(text + "30000", text + amount), text, "/loan/minAmountCents/value", code);
    }

    /** No number that a file can hold makes the reader fail. */
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e999999999", "1E+2000000000"})
    void aNumberBeyondAllMeasure(String amount) {
        String text = "\"minAmountCents\": {\"state\": \"stated\", \"value\": ";
        String document = instead(text + "30000", text + amount);
        assertTimeout(QUICK, () -> {
            String line = "line " + lineOf(document, text) + " ";
            List<String> told = told(document);
            assertFalse(told.isEmpty());
            assertTrue(told.stream().allMatch(each -> each.startsWith(line)), told::toString);
        });
    }

    /** Longer than a number, a text or a nesting can be: the parser gives up at once. */
    private static void assertGivenUp(String document) {
        assertTimeout(QUICK, () -> assertEquals(List.of("not-json"),
                READER.read(document).findings().stream().map(Finding::code).toList()));
    }

    @Test
    void aNumberWithoutEnd() {
        String text = "\"minAmountCents\": {\"state\": \"stated\", \"value\": ";
        assertGivenUp(instead(text + "30000", text + "9".repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100000000"})
    void theEndsOfARangeAreInside(String amount) {
        String text = "\"minAmountCents\": {\"state\": \"stated\", \"value\": ";
        assertEquals(List.of(), told(instead(text + "30000", text + amount)));
    }

    @ParameterizedTest
    @CsvSource({"0, out-of-range", "121, out-of-range", "-5, out-of-range", "4.5, wrong-type"})
    void aWrongTerm(String months, String code) {
        String text = "\"minTermMonths\": {\"state\": \"stated\", \"value\": ";
        assertTold(instead(text + "5", text + months), text, "/loan/minTermMonths/value", code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"level\": \"COMMUNE\"|\"level\": \"VILLAGE\"|/territory/level",
            "\"value\": \"REFUSED\"|\"value\": \"FORGIVEN\"|/means/overIndebted/value",
            "\"value\": \"REQUIRED\"|\"value\": \"MAYBE\"|/decision/commission/value",
            "{\"purpose\": \"household-appliance\"}|{\"purpose\": \"yacht\"}|/access/purposes/value/admitted/0/purpose",
            "\"scale\": \"OECD_MODIFIED\"|\"scale\": \"OECD\"|/means/incomeTest/value/periods/1/scale",
            "\"not-asked\"]|\"forgot\"]|/access/grounds/value/accepted/2",
            "\"debtRatio\": {\"state\": \"open\"|\"debtRatio\": {\"state\": \"unknown\"|/means/debtRatio/state",
            "\"policy\": \"CLOSED_LIST\"|\"policy\": \"closed_list\"|/access/purposes/value/policy",
            "\"feesCents\": {\"state\": \"stated\"|\"feesCents\": {\"state\": \"STATED\"|/loan/feesCents/state"})
    void notOneOfTheList(String text, String other, String pointer) {
        assertTold(instead(text, other), other, pointer, "not-in-the-list");
    }

    @Test
    void statedWithoutValue() {
        String rule = "\"feesCents\": {\"state\": \"stated\", ";
        assertTold(instead(rule + "\"value\": 0, ", rule), rule, "/loan/feesCents/value", "key-missing");
    }

    @Test
    void judgedWithoutQuestion() {
        String rule = "\"importantDebt\": {\"state\": \"judged\", ";
        assertTold(instead(rule + "\"question\": \"important-debt\", ", rule), rule, "/means/importantDebt/question",
                "key-missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"bankRate\": {\"state\": \"open\",|\"bankRate\": {\"state\": \"open\", \"value\": \"4.40\",|/loan/bankRate",
            "\"bankRate\": {\"state\": \"open\",|\"bankRate\": {\"state\": \"open\", \"question\": \"which\",|/loan/bankRate",
            "\"debtRatio\": {\"state\": \"open\",|\"debtRatio\": {\"state\": \"none\", \"value\": \"0.33\",|/means/debtRatio",
            "\"feesCents\": {\"state\": \"stated\",|\"feesCents\": {\"state\": \"stated\", \"question\": \"why\",|/loan/feesCents"})
    void aStateThatDoesNotFitItsKeys(String text, String other, String pointer) {
        assertTold(instead(text, other), other, pointer, "key-does-not-fit-the-state");
    }

    @Test
    void aRuleWithoutSource() {
        String rule = "\"importantDebt\": {\"state\": \"judged\", \"question\": \"important-debt\"";
        assertTold(instead(rule + ", \"source\": \"Fiche ELISAN, CCAS de Dijon\"", rule), rule,
                "/means/importantDebt/source", "key-missing");
    }

    @ParameterizedTest
    @CsvSource({"2011-02-29, wrong-form", "2011-13-01, wrong-form", "2011-00-10, wrong-form", "2011-04-31, wrong-form",
            "1 septembre 2007, wrong-form", "2011-2-3, wrong-form", "2012-02-29,", "'2007-09-01 ', wrong-form"})
    void anImpossibleDay(String day, String code) {
        String document = instead("\"validFrom\": \"2007-09-01\"", "\"validFrom\": \"" + day + "\"");
        assertEquals(code == null
                ? List.of()
                : List.of("line " + lineOf(document, "\"validFrom\"") + " /validFrom " + code),
                told(document).stream().distinct().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dijon", "dijon ville", "-dijon", "dijon\\n", "", "dijon/2007", "dijon\\u0000"})
    void anIdentifierOfAnotherForm(String schemeId) {
        String document = instead("\"schemeId\": \"dijon\"", "\"schemeId\": \"" + schemeId + "\"");
        assertTold(document, "\"schemeId\"", "/schemeId", "wrong-form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4,40", "100", "1.00001", "1e1", "1\\n", "+1", ""})
    void aRateOfAnotherForm(String rate) {
        String text = "\"value\": {\"min\": \"1\", \"max\": \"";
        assertTold(instead(text + "1\"", text + rate + "\""), text, "/loan/borrowerRate/value/max", "wrong-form");
    }

    @ParameterizedTest
    @CsvSource({"21, ", "2A004,", "2C004, wrong-form", "2123, wrong-form", "212311, wrong-form", "dijon, wrong-form"})
    void aCommuneCodeOfAnotherForm(String code, String expected) {
        String document = instead("\"codes\": [\"21231\"]", "\"codes\": [\"" + code + "\"]");
        assertEquals(expected == null
                ? List.of()
                : List.of("line " + lineOf(document, "\"codes\"") + " /territory/codes/0 " + expected), told(document));
    }

    @Test
    void aCodeTwice() {
        assertTold(instead("[\"21231\"]", "[\"21231\", \"21231\"]"), "\"codes\"", "/territory/codes", "named-twice");
    }

    @ParameterizedTest
    @CsvSource({"0, empty", "200,", "201, too-long"})
    void aNameOfAnotherLength(int length, String expected) {
        String document = instead(NAME, "\"name\": \"" + "x".repeat(length) + "\",");
        assertEquals(expected == null ? List.of() : List.of("line 4 /name " + expected), told(document));
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        String document = instead(NAME, "\"name\": 1,").replace("\"level\": \"COMMUNE\"", "\"level\": \"VILLAGE\"")
                .replace("\"minMonths\": 0", "\"minMonths\": -1");
        assertEquals(new TreeSet<>(List.of("line " + lineOf(document, "\"name\": 1") + " /name wrong-type",
                "line " + lineOf(document, "VILLAGE") + " /territory/level not-in-the-list",
                "line " + lineOf(document, "\"minMonths\": -1") + " /access/residence/value/minMonths out-of-range")),
                new TreeSet<>(told(document)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{", "[1, 2", "{\"schemeId\": dijon}", "<scheme/>", "{'schemeId': 1}"})
    void notJsonAtAll(String document) {
        assertEquals(List.of("line 1  not-json"), told(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "null", "[]", "7", "\"dijon\"", "{}"})
    void nothingOfAScheme(String document) {
        assertFalse(told(document).isEmpty());
    }

    @Test
    void notJsonFromALineOn() {
        String document = instead(NAME, "\"name\": Dijon,");
        assertTold(document, "\"name\": Dijon,", "", "not-json");
    }

    @Test
    void aCommaTooMany() {
        String document = instead("\"codes\": [\"21231\"]", "\"codes\": [\"21231\",]");
        assertTold(document, "\"codes\"", "", "not-json");
    }

    @Test
    void aRepeatedKey() {
        String document = instead(NAME, NAME + "\n  \"name\" : \"Dijon\",");
        assertTold(document, "\"name\" : ", "", "not-json");
    }

    @Test
    void aKeyRepeatedWithin() {
        String document = instead("\"feesCents\": {", "\"feesCents\": {\"state\": \"none\", ");
        assertTold(document, "\"feesCents\"", "", "not-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", "]", "}", ",", "1", "null", "{\"schemeId\": \"reims\"}"})
    void somethingBehind(String rest) {
        String document = DIJON.stripTrailing() + "\n" + rest + "\n";
        long line = document.lines().count();
        assertEquals(List.of("line " + line + "  not-json"), told(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void nestedWithoutEnd(String opening) {
        assertTimeout(QUICK, () -> assertEquals(List.of("line 1  not-json"), told(opening.repeat(10_000))));
    }

    @Test
    void nestedWhereAValueIsExpected() {
        String text = "\"bankRate\": {\"state\": \"open\",";
        assertGivenUp(instead(text, text + "\n\"value\": " + "[".repeat(10_000) + "]".repeat(10_000) + ","));
    }

    @Test
    void aHundredThousandCommunes() {
        String codes = IntStream.range(0, 100_000).mapToObj(code -> String.format(Locale.ROOT, "\"%05d\"", code))
                .collect(Collectors.joining(", "));
        String document = instead("[\"21231\"]", "[" + codes + "]");
        assertTimeout(QUICK, () -> assertTold(document, "\"codes\"", "/territory/codes", "too-many"));
    }

    @Test
    void aTextWithoutEnd() {
        assertGivenUp(instead(NAME, "\"name\": \"" + "x".repeat(3_000_000) + "\","));
    }

    /** The text of a finding names the limit, the key or the list. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"minTermMonths\": {\"state\": \"stated\", \"value\": 5|\"minTermMonths\": {\"state\": \"stated\", \"value\": 0|1",
            "\"minTermMonths\": {\"state\": \"stated\", \"value\": 5|\"minTermMonths\": {\"state\": \"stated\", \"value\": 121|120",
            "{\"purpose\": \"rental-deposit\"}|{}|purpose",
            "\"minMonths\": 0|\"minMonths\": 0, \"since\": 1|since",
            "\"level\": \"COMMUNE\"|\"level\": \"VILLAGE\"|COMMUNE",
            "[{\"bankId\": \"cm-dijon\", \"name\": \"Crédit municipal de Dijon\", \"from\": \"2007-09-01\"}]|[]|1"})
    void aFindingNamesWhatItMeans(String text, String other, String argument) {
        Finding finding = READER.read(instead(text.trim(), other == null ? "" : other)).findings().get(0);
        assertEquals(1, finding.arguments().size());
        assertTrue(finding.arguments().get(0).contains(argument), finding::toString);
    }

    @Test
    void linesEndAsOnAnySystem() {
        String document = instead("\"minMonths\": 0", "\"minMonths\": -1").replace("\n", "\r\n");
        assertTold(document, "\"minMonths\": -1", "/access/residence/value/minMonths", "out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision/commission", "decision/approvalDays", "decision/concertation", "decision/waiver",
            "decision/override", "loan/minAmountCents",
            "loan/maxAmountCents", "loan/exceptionalAmountCents", "loan/minTermMonths", "loan/maxTermMonths",
            "loan/exceptionalTermMonths", "loan/borrowerRate", "loan/bankRate", "loan/feesCents",
            "loan/personalGuarantor", "means/incomeTest", "means/resteAVivrePerHeadCents", "means/debtRatio",
            "means/overIndebted", "means/importantDebt", "access/residence", "access/purposes", "access/grounds",
            "access/difficulty", "access/personCapCents", "support/banks", "support/guarantees", "support/subsidy",
            "support/rebate", "support/reservationDays", "accompaniment/followUp", "accompaniment/budget",
            "accompaniment/otherAids"})
    void everyRuleHasItsLine(String rule) {
        Reading reading = READER.read(DIJON);
        int line = lineOf(DIJON, "\"" + rule.substring(rule.indexOf('/') + 1) + "\": {");
        assertEquals(line, reading.lines().applyAsInt("/" + rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/territory/codes|\"codes\":", "/territory/codes/0|\"codes\":",
            "/means/incomeTest/value/periods/1/from|\"from\": \"2008-05-14\"",
            "/accompaniment/budget/value/totalCents|\"totalCents\"", "/validFrom|\"validFrom\"",
            "/support/guarantees/value|\"guarantees\": {", "/access/purposes/value/excluded|\"excluded\""})
    void aPlaceThatIsNotThereHasTheLineAroundIt(String pointer, String text) {
        assertEquals(lineOf(DIJON, text), READER.read(DIJON).lines().applyAsInt(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/validTo", "/no/such/place"})
    void whatTheWholeFileLacksIsToldOnItsFirstLine(String pointer) {
        assertEquals(1, READER.read(DIJON).lines().applyAsInt(pointer));
    }

    /** All that the reader, the check, the succession and the inspection can say. */
    @ParameterizedTest
    @ValueSource(strings = {"wrong-type", "key-missing", "unknown-key", "out-of-range", "not-in-the-list", "wrong-form",
            "key-does-not-fit-the-state", "too-few", "too-many", "named-twice", "empty", "too-long", "not-json",
            "must-be-stated", "ends-before-it-begins", "codes-do-not-fit-the-level", "below-its-minimum",
            "above-the-bank-rate", "nobody-pays-the-difference", "shares-leave-the-bank-nothing", "share-of-nothing",
            "scale-missing", "overlaps", "closed-list-is-empty", "universal-has-a-list", "admitted-and-excluded",
            "does-not-add-up", "rule-open", "overlaps-version", "commune-claimed", "unknown-commune"})
    void everyCodeHasItsText(String code) {
        String french = text(Locale.FRENCH, code).orElse("");
        String english = text(Locale.ENGLISH, code).orElse("");
        assertFalse(french.isBlank(), "French text of " + code);
        assertFalse(english.isBlank(), "English text of " + code);
        assertFalse(french.equals(english));
        assertFalse((french + english).contains("{"), "an argument is not put in: " + french);
        assertEquals(french.contains("<argument>"), english.contains("<argument>"), "both name what is meant");
    }

    private static Optional<String> text(Locale language, String code) {
        String key = "violation." + code;
        return List.of("problems", "kit-problems").stream()
                .map(name -> ResourceBundle.getBundle(name, language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .filter(bundle -> bundle.containsKey(key)).findFirst()
                .map(bundle -> bundle.getString(key).replace("{first}", "<argument>"));
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        ResourceBundle.Control exact = ResourceBundle.Control
                .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        assertEquals(ResourceBundle.getBundle("problems", Locale.FRENCH, exact).keySet(),
                ResourceBundle.getBundle("problems", Locale.ENGLISH, exact).keySet());
    }
}
