package fr.microcredit.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

@OnTestPlatform
class BadInputTest {
    private final Desk desk = new Desk("ccas-bad-input");
    private long before;

    @BeforeEach
    void count() {
        before = rows();
    }

    @AfterEach
    void nothingIsHalfWritten() {
        assertEquals(before, rows());
    }

    @ParameterizedTest(name = "{0}.{1} = {2}: {3}")
    @CsvSource({"request, amountCents, -1, min", "request, amountCents, 0, min", "request, amountCents, 99999999, max",
            "request, termMonths, 0, min", "request, borrowerRate, '1,5', pattern",
            "request, borrowerRate, 1.00001, pattern", "request, borrowerRate, 1 %, pattern",
            "request, termMonths, 121, max", "request, project, ' ', required",
            "household, adults, 0, min",
            "household, adults, 11, max", "household, commune, Dijon, pattern", "applicant, familyName, '', required",
            "applicant, birthDate, 2099-01-01, date-in-the-future", "applicant, postalCode, 2100, pattern",
            "applicant, email, nobody, email", "applicant, givenNames, -, pattern",
            "applicant, familyName, ' - ', pattern"})
    void impossibleValuesArePointedAt(String section, String field, String value, String code) {
        desk.open(with(section, field, number(value))).then().statusCode(422).contentType("application/problem+json")
                .body("errors.pointer", hasItem("/" + section + "/" + field)).body("errors.code", hasItem(code));
    }

    @ParameterizedTest(name = "{0}.{1} = {2}")
    @CsvSource({"request, amountCents, twelve", "applicant, birthDate, 1981-02-29", "applicant, birthDate, -4800-01-01",
            "applicant, birthDate, +12000-01-01", "applicant, birthDate, 2999-01-01",
            "request, purpose, yacht", "request, ground, whim", "household, childBirthDates, none",
            "applicant, socialSecurityNumber, 280052123100100", "budget, overIndebted, maybe"})
    void wrongTypesAndUnknownFieldsAreRefused(String section, String field, String value) {
        desk.open(with(section, field, value)).then().statusCode(400).body("code", equalTo("malformed-request"))
                .body("errors[0].pointer", equalTo("/" + section + "/" + field));
    }

    @Test
    void aDateAfterTodayIsNoBusinessDate() {
        Map<String, Object> form = Desk.form();
        form.put("effectiveOn", "2031-01-01");
        desk.open(form).then().statusCode(422).body("errors[0].pointer", equalTo("/effectiveOn")).body("errors[0].code",
                equalTo("date-in-the-future"));
    }

    @Test
    void rolesAndTokensAreChecked() {
        given().contentType("application/json").body(Desk.form()).post("/dossiers").then().statusCode(401);
        for (String token : List.of(TestTokens.bank("cm-dijon", Roles.BANK_AGENT),
                TestTokens.region(Roles.FUND_MANAGER),
                TestTokens.office("ccas-bad-input", Roles.COMMISSION_PRESIDENT))) {
            given().auth().oauth2(token).contentType("application/json").body(Desk.form()).post("/dossiers").then()
                    .statusCode(403);
            given().auth().oauth2(token).get("/dossiers").then().statusCode(403);
        }
    }

    private static Map<String, Object> with(String section, String field, Object value) {
        Map<String, Object> form = Desk.form();
        @SuppressWarnings("unchecked")
        Map<String, Object> changed = new HashMap<>((Map<String, Object>) form.get(section));
        changed.put(field, value);
        form.put(section, changed);
        return form;
    }

    private static Object number(String value) {
        return value.matches("-?\\d+") && !value.equals("2100") ? (Object) Long.valueOf(value) : value;
    }

    private static long rows() {
        return TestPlatform.running().db()
                .number("select (select count(*) from request where tenant = 'ccas-bad-input')"
                        + " + (select count(*) from applicant where office_id = 'ccas-bad-input')");
    }
}
