package fr.microcredit.bank;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;

/** What a loan costs, before anything is signed and after. */
@OnTestPlatform
class ScheduleJourneyTest {
    private final Counter counter = new Counter(Counter.BANK);
    private final Transmitted file = new Transmitted(counter, Counter.BANK);

    @Test
    void aFileShowsBothSchedulesTheSubsidyOfEachLineAndTheTaeg() {
        file.arrived("2008-07-01");
        schedule(Map.of()).then().statusCode(200).body("lines", hasSize(24)).body("lines[0].dueOn", nullValue())
                .body("lines[0].number", equalTo(1)).body("lines[0].borrower.paymentCents", equalTo(12_631))
                .body("lines[0].borrower.interestCents", equalTo(250))
                .body("lines[0].borrower.principalCents", equalTo(12_381))
                .body("lines[0].borrower.outstandingCents", equalTo(287_619))
                .body("lines[0].bank.paymentCents", equalTo(13_081)).body("lines[0].bank.interestCents", equalTo(1_100))
                .body("lines[0].subsidyCents", equalTo(450)).body("lines[23].subsidyCents", equalTo(457))
                .body("lines[23].borrower.outstandingCents", equalTo(0))
                .body("totals.borrowerInterestCents", equalTo(3_135))
                .body("totals.bankInterestCents", equalTo(13_942)).body("totals.subsidyCents", equalTo(10_807))
                .body("taeg", equalTo("1.00")).body("borrowerRate", equalTo("1")).body("bankRate", equalTo("4.40"))
                .body("firstDueOn", nullValue()).body("bankTaeg", nullValue()).body("taegDifference", nullValue());
    }

    @Test
    void theBanksOwnTaegStandsBesideOurs() {
        file.arrived("2008-07-01");
        schedule(Map.of("bankTaeg", "1.20")).then().statusCode(200).body("bankTaeg", equalTo("1.20"))
                .body("taeg", equalTo("1.00")).body("taegDifference", equalTo("0.20"));
        schedule(Map.of("bankTaeg", "0.9")).then().body("taegDifference", equalTo("-0.10"));
    }

    @Test
    void datesAreThoseAskedForUntilTheContractHasItsOwn() {
        file.arrived("2008-07-01");
        schedule(Map.of("firstDueOn", "2008-08-31")).then().body("firstDueOn", equalTo("2008-08-31"))
                .body("lines.dueOn[0,1,2]", contains("2008-08-31", "2008-09-30", "2008-10-31"));
        file.accepted("2008-07-02");
        counter.act(file.id, "contract", Map.of("signedOn", "2008-07-10", "firstDueOn", "2008-09-05")).then()
                .statusCode(200);
        schedule(Map.of("firstDueOn", "2008-08-31")).then().body("firstDueOn", equalTo("2008-09-05"))
                .body("lines[23].dueOn", equalTo("2010-08-05"));
    }

    @Test
    void aContractHasNoFeesAndTheComputedRate() {
        file.arrived("2008-07-01").accepted("2008-07-02");
        Map<String, Object> dates = Map.of("signedOn", "2008-07-10", "firstDueOn", "2008-09-05");
        counter.act(file.id, "contract", with(dates, 1_500, "1.20")).then().statusCode(422)
                .body("errors.pointer", contains("/feesCents", "/taeg"))
                .body("errors.code", contains("fees-not-allowed", "not-the-computed-rate"))
                .body("errors[1].detail", equalTo(
                        "Le TAEG calculé à partir du montant, de la durée et du taux du dossier est de 1.00 %."));
        counter.act(file.id, "contract", with(dates, -1, "1.00")).then().statusCode(422)
                .body("errors.pointer", contains("/feesCents")).body("errors.code", contains("min"));
        counter.act(file.id, "contract", with(dates, 0, "1,00")).then().statusCode(422)
                .body("errors.pointer", contains("/taeg")).body("errors.code", contains("pattern"));
        counter.act(file.id, "contract", with(dates, 0, "1.0")).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"firstDueOn, 2008-02-30", "firstDueOn, tomorrow", "bankTaeg, much", "bankTaeg, '1,20'", "bankTaeg, 1e3",
            "bankTaeg, -1", "bankTaeg, 1234"})
    void whatIsNoDayAndNoRateIsMalformed(String name, String value) {
        file.arrived("2008-07-01");
        schedule(Map.of(name, value)).then().statusCode(400).body("code", equalTo("malformed-request"));
    }

    @Test
    void anotherBankSeesNothing() {
        file.arrived("2008-07-01");
        new Counter("ce-poitou").request().get("/files/" + file.id + "/schedule").then().statusCode(404);
    }

    private static Map<String, Object> with(Map<String, Object> dates, int feesCents, String taeg) {
        Map<String, Object> form = new HashMap<>(dates);
        form.put("feesCents", feesCents);
        form.put("taeg", taeg);
        return form;
    }

    private Response schedule(Map<String, Object> parameters) {
        return counter.request().queryParams(parameters).get("/files/" + file.id + "/schedule");
    }
}
