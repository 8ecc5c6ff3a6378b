package fr.microcredit.bank;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.testing.Topics;

/** A bank whose convention has it report in time enters a loan of 2008 today: all of it holds, and is marked. */
@OnTestPlatform
class LateReportJourneyTest {
    private static final String TOPIC = "microcredit.bank";
    private static final Map<String, Object> DUTIES = Map.of("reportingDays",
            Map.of("disbursement", 5, "instalment", 5, "missedInstalment", 10));

    private final String bank = "bank-" + UUID.randomUUID();
    private final Counter counter = new Counter(bank);

    @Test
    void whatComesLateHoldsAndIsMarkedAndWhatIsLackingIsFound() {
        String bound = disbursed(DUTIES);
        String free = disbursed(Map.of());
        assertTrue(late(bound, "disbursed") > 1000);
        counter.request().get("/loans/" + bound).then().body("reportUntil", equalTo("2008-11-15"))
                .body("lateReports.report", contains("disbursement"))
                .body("lateReports[0].since", equalTo("2008-10-10")).body("lateReports[0]", not(hasKey("instalment")));
        counter.request().get("/loans/" + free).then().body("$", not(hasKey("reportUntil"))).body("lateReports",
                empty());
        counter.request().queryParam("reportLate", true).get("/files").then().statusCode(200)
                .body("items.dossierId", contains(bound));
        counter.request().get("/files").then().body("items", hasSize(2));

        counter.request().body(Map.of("reportedOn", "2008-11-20")).post("/loans/" + bound + "/instalments/1/miss")
                .then().statusCode(200).body("reportUntil", equalTo("2008-12-15"));
        counter.pay(bound, 1, "2008-11-25").then().statusCode(200)
                .body("lateReports.report", contains("disbursement", "missed-instalment", "instalment"))
                .body("lateReports[2].daysLate", greaterThan(1000));
        assertEquals(late(bound, "instalment-missed"), late(bound, "instalment-paid") + 15,
                "due 20 days earlier, 5 more");
        counter.pay(free, 1, "2008-11-25").then().statusCode(200).body("lateReports", empty());
        assertTrue(Topics.awaitOne(TOPIC, free, "fr.microcredit.bank.instalment-paid").data().path("daysLate")
                .isMissingNode());
    }

    private int late(String id, String type) {
        JsonNode told = Topics.awaitOne(TOPIC, id, "fr.microcredit.bank." + type).data();
        return told.path("daysLate").asInt();
    }

    private String disbursed(Map<String, Object> terms) {
        Transmitted file = new Transmitted(counter, bank).arrived("2008-09-20", terms).accepted("2008-09-25");
        counter.contract(file.id).then().statusCode(200);
        counter.disburse(file.id).then().statusCode(200);
        return file.id;
    }
}
