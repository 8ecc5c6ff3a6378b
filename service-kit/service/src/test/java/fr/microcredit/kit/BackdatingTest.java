package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

/** An act may be recorded 90 days late by anybody, later by a manager who says why, ahead by nobody. */
@OnTestPlatform
class BackdatingTest {
    private static final int LIMIT_DAYS = 90;
    private static final String OFFICE = "ccas-backdating";
    private static final String AGENT = TestTokens.office(OFFICE, Roles.OFFICE_AGENT);
    private static final String MANAGER = TestTokens.office(OFFICE, Roles.OFFICE_MANAGER);

    private LocalDate today;

    @BeforeEach
    void askTheDate() {
        today = LocalDate.parse(given().auth().oauth2(TestTokens.region(Roles.OPERATOR)).get("/sandbox/business-date")
                .then().statusCode(200).extract().path("today"));
    }

    @Test
    void theNinetiethDayPasses() {
        String id = record(AGENT, today.minusDays(LIMIT_DAYS)).statusCode(201).extract().path("id");
        assertEquals(today.minusDays(LIMIT_DAYS).toString(),
                TestPlatform.running().db().rows("select sort_day from note where key = ?", id).get(0));
        record(AGENT, today).statusCode(201);
    }

    @Test
    void theNinetyFirstDayIsTooLongAgo() {
        assertTooLongAgo(record(AGENT, today.minusDays(LIMIT_DAYS + 1)));
        assertTooLongAgo(record(MANAGER, today.minusDays(LIMIT_DAYS + 1)));
    }

    @Test
    void aManagerSaysWhyAndTheAuditChainKeepsIt() {
        LocalDate day = today.minusDays(LIMIT_DAYS + 1);
        String id = record(MANAGER, day, "court-decision").statusCode(201).extract().path("id");
        assertEquals(List.of("{\"effectiveOn\":\"" + day + "\",\"lateReason\":\"court-decision\"}"), audited(id));

        String inTime = record(MANAGER, today, "court-decision").statusCode(201).extract().path("id");
        assertEquals(List.of("{\"effectiveOn\":\"" + today + "\"}"), audited(inTime));
    }

    @Test
    void anAgentsReasonIsNotEnough() {
        assertTooLongAgo(record(AGENT, today.minusDays(LIMIT_DAYS + 1), "paper-file"));
    }

    @Test
    void aReasonIsOneOfAList() {
        record(MANAGER, today.minusDays(LIMIT_DAYS + 1), "because Jeanne was ill").statusCode(400).body(
                "errors[0].pointer",
                equalTo("header:Late-Reason"));
    }

    @Test
    void nobodyRecordsAhead() {
        for (String token : List.of(AGENT, MANAGER)) {
            record(token, today.plusDays(1), "paper-file").statusCode(422)
                    .body("errors[0].code", equalTo("date-in-the-future")).body("errors[0].pointer", equalTo("/day"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "0001-01-01", "-0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31",
            "10000-01-01", "+10000-01-01", "+999999999-12-31"})
    void aDayNobodyCanMeanIsMalformed(String day) {
        send(request(MANAGER).header("Late-Reason", "paper-file"), day).statusCode(400)
                .contentType("application/problem+json").body("errors[0].pointer", equalTo("/day"));
    }

    private static void assertTooLongAgo(ValidatableResponse answer) {
        answer.statusCode(422).body("errors[0].code", equalTo("date-too-long-ago")).body("errors[0].pointer",
                equalTo("/day"));
    }

    private static List<String> audited(String id) {
        return TestPlatform.running().db().rows("select detail from audit_entry where subject = ?", id);
    }

    private static ValidatableResponse record(String token, LocalDate day) {
        return send(request(token), day.toString());
    }

    private static ValidatableResponse record(String token, LocalDate day, String reason) {
        return send(request(token).header("Late-Reason", reason), day.toString());
    }

    private static RequestSpecification request(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key",
                UUID.randomUUID());
    }

    private static ValidatableResponse send(RequestSpecification request, String day) {
        return request.body(Map.of("text", "late", "amountCents", 1, "day", day)).post("/notes").then();
    }
}
