package fr.microcredit.commission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.time.BusinessCalendar;

/** The meeting with the bank is arranged ahead, moved, called off, and then held as before. */
@OnTestPlatform
class AppointmentJourneyTest {
    private final Commission commission = new Commission();
    private final LocalDate today = LocalDate.now(BusinessCalendar.ZONE);

    @Test
    void aMeetingIsArrangedMovedCalledOffAndHeld() {
        commission.disagreed();
        arrange(today.plusDays(7), null).then().statusCode(200).body("appointment.way", equalTo("video"))
                .body("appointment.expected", contains("bank-adviser", "social-worker"))
                .body("appointment.moves", equalTo(0)).body("status", equalTo("open"));
        arrange(today.plusDays(9), null).then().statusCode(422).body("errors.pointer", hasItem("/excuse"));
        arrange(today.plusDays(9), "bank-unavailable").then().statusCode(200).body("appointment.moves", equalTo(1));
        commission.manager().get("/concertations").then().body("appointment.day",
                contains(today.plusDays(9).toString()));
        Commission.as(TestTokens.office("ccas-stranger", Roles.OFFICE_MANAGER)).body(Map.of("excuse", "other"))
                .post(address() + "/cancellation").then().statusCode(404);
        commission.manager().body(Map.of("excuse", "applicant-unavailable")).post(address() + "/cancellation").then()
                .statusCode(200).body("appointment", nullValue());
        commission.meet(Map.of("heldOn", "2008-10-01")).then().statusCode(200).body("status", equalTo("met"));
        arrange(today.plusDays(9), null).then().statusCode(409).body("code", equalTo("no-meeting-due"));
        assertEquals(2, commission.audited("concertation-arranged"));
        assertEquals(1, commission.audited("concertation-called-off"));
    }

    private Response arrange(LocalDate day, String excuse) {
        Map<String, Object> form = new HashMap<>(Map.of("day", day.toString(), "way", "video", "expected",
                List.of("bank-adviser", "social-worker")));
        if (excuse != null) {
            form.put("excuse", excuse);
        }
        return commission.manager().body(form).post(address());
    }

    private String address() {
        return "/concertations/" + commission.id + "/" + Commission.BANK + "/appointment";
    }
}
