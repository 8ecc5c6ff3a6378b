package fr.microcredit.observatory;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class IndicatorTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int ROUNDS = 15;

    @Test
    void aCellIsSecretUntilTheEleventhPerson() {
        for (int person = 1; person <= 11; person++) {
            if (person == 11) {
                Await.until(LIMIT, () -> "ten loans are known",
                        () -> facts("office-a", "disbursed_on is not null") == 10);
                assertEquals("secret", funnel("office-a", "2001", "disbursed"));
                assertEquals("secret", loans("office-a", "2001", "totalCents"));
            }
            Topics.publish(loan("office-a", 2001).events());
        }
        Await.until(LIMIT, () -> "eleven loans are known", () -> facts("office-a", "disbursed_on is not null") == 11);
        assertEquals("11", funnel("office-a", "2001", "disbursed"));
        assertEquals("1650000", loans("office-a", "2001", "totalCents"));
        assertEquals("150000", loans("office-a", "2001", "meanCents"));
        assertEquals("18", loans("office-a", "2001", "meanTermMonths"));
        given().queryParam("by", "quarter").queryParam("territory", "office").get("/indicators").then()
                .body("funnel.find { it.territory == 'office-a' && it.period == '2001-Q4' && it.item == 'disbursed' }.value",
                        equalTo(11))
                .body("delays.find { it.territory == 'office-a' && it.item == 'opened-to-disbursed' }.value",
                        equalTo(39))
                .body("purposes.find { it.territory == 'office-a' }.value", equalTo(11));
    }

    @Test
    void oneBorrowerWithManyLoansIsOnePerson() {
        String person = UUID.randomUUID().toString();
        for (int loan = 0; loan < 12; loan++) {
            Topics.publish(loan("office-b", 2002, person).events());
        }
        Await.until(LIMIT, () -> "twelve loans are known", () -> facts("office-b", "disbursed_on is not null") == 12);
        assertEquals("secret", funnel("office-b", "2002", "disbursed"));
    }

    @Test
    void anyInterleavingEndsInOneRow() {
        String expected = play(0, false);
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(expected, play(seed + round, true), "seed " + (seed + round));
        }
    }

    private static String play(long seed, boolean shuffled) {
        String id = UUID.randomUUID().toString();
        History history = whole(id);
        List<TestEvent> events = shuffled ? history.shuffled(seed) : history.events();
        Topics.publish(events);
        List<String> ids = history.events().stream().map(TestEvent::id).toList();
        Await.until(LIMIT, () -> "all events are applied, seed " + seed,
                () -> db().number("select count(*) from inbox where event_id = any(?)",
                        (Object) ids.toArray(String[]::new)) == ids.size()
                        && db().number("select count(*) from parked_event where key = ?", id) == 0);
        return db().rows("select to_jsonb(f) - 'dossier_id' from dossier_fact f where dossier_id = ?::uuid", id).get(0);
    }

    @Test
    void wipedAndReadAgainTheFactsAreTheSame() {
        String id = UUID.randomUUID().toString();
        Topics.publish(whole(id).events());
        Await.until(LIMIT, () -> "repaid",
                () -> db().number("select count(*) from dossier_fact where dossier_id = ?::uuid"
                        + " and repaid_on is not null and rebate_ordered_cents is not null", id) == 1);
        String before = db().rows("select to_jsonb(f) from dossier_fact f where dossier_id = ?::uuid", id).get(0);
        db().execute("delete from dossier_fact where dossier_id = ?::uuid", id);
        List<TestEvent> again = new ArrayList<>();
        whole(id).events().forEach(again::add);
        db().execute("delete from stream_progress where key = ?", id);
        Topics.publish(again);
        Await.until(LIMIT, () -> "the facts are as before",
                () -> db().rows("select to_jsonb(f) from dossier_fact f where dossier_id = ?::uuid", id)
                        .equals(List.of(before)));
    }

    @Test
    void thePageAndItsDataAreOpenAndEverythingElseIsNot() {
        given().get("/").then().statusCode(200).contentType("text/html").body(containsString("Observatoire"))
                .header("Content-Security-Policy", containsString("default-src 'self'"));
        given().get("/_static/echarts/6.0.0/dist/echarts.min.js").then().statusCode(200);
        given().get("/indicators").then().statusCode(200).body("personsMin", equalTo(11));
        given().get("/operations/backlog").then().statusCode(401);
        given().queryParam("by", "week").get("/indicators").then().statusCode(422);
        given().queryParam("territory", "'; drop table dossier_fact").get("/indicators").then().statusCode(422);
    }

    private static History loan(String office, int year) {
        return loan(office, year, UUID.randomUUID().toString());
    }

    private static History loan(String office, int year, String person) {
        return new History(UUID.randomUUID().toString(), Map.of("officeId", office, "personId", person))
                .then("intake-service", "dossier.opened", "one", Map.of("effectiveOn", year + "-09-01"))
                .then("intake-service", "dossier.submitted", "washing-machine", Map.of("effectiveOn", year + "-09-15"))
                .then("bank-gateway-service", "bank.disbursed", "one", Map.of("effectiveOn", year + "-10-10"));
    }

    private static History whole(String id) {
        return new History(id, Map.of("officeId", "office-c", "personId", "99999999-9999-4999-8999-999999999999"))
                .then("intake-service", "dossier.opened", "one", Map.of())
                .then("intake-service", "dossier.submitted", "washing-machine", Map.of())
                .then("eligibility-service", "eligibility.assessed", "eligible", Map.of())
                .then("commission-service", "commission.decided", "approved", Map.of())
                .then("intake-service", "dossier.transmitted", "dijon", Map.of())
                .then("bank-gateway-service", "bank.decided", "disagreed", Map.of())
                .then("commission-service", "commission.concertation-held", "changed", Map.of())
                .then("intake-service", "dossier.amended", "after-meeting", Map.of())
                .then("eligibility-service", "eligibility.assessed", "eligible", Map.of("revision", 2))
                .then("intake-service", "dossier.transmitted", "dijon", Map.of("revision", 2))
                .then("bank-gateway-service", "bank.finalised", "accepted", Map.of())
                .then("guarantee-service", "guarantee.reserved", "one", Map.of())
                .then("bank-gateway-service", "bank.contracted", "one", Map.of())
                .then("bank-gateway-service", "bank.disbursed", "one", Map.of())
                .then("guarantee-service", "guarantee.subsidy-committed", "one", Map.of())
                .then("bank-gateway-service", "bank.instalment-paid", "first", Map.of())
                .then("guarantee-service", "guarantee.subsidy-accrued", "first", Map.of())
                .then("bank-gateway-service", "bank.instalment-missed", "seventh", Map.of())
                .then("bank-gateway-service", "bank.instalment-paid", "first",
                        Map.of("number", 2, "outstandingCents", 0))
                .then("bank-gateway-service", "bank.repaid-in-full", "one", Map.of())
                .then("guarantee-service", "guarantee.rebate-ordered", "one", Map.of())
                .then("bank-gateway-service", "bank.rebate-credited", "one", Map.of());
    }

    private static String funnel(String office, String year, String stage) {
        return String.valueOf(given().queryParam("territory", "office").get("/indicators").then().statusCode(200)
                .extract()
                .<Object>path("funnel.find { it.territory == '%s' && it.period == '%s' && it.item == '%s' }.value"
                        .formatted(office, year, stage)));
    }

    private static String loans(String office, String year, String figure) {
        return String
                .valueOf(given().queryParam("territory", "office").get("/indicators").then().extract().<Object>path(
                        "loans.find { it.territory == '%s' && it.period == '%s' }.%s".formatted(office, year, figure)));
    }

    private static long facts(String office, String condition) {
        return db().number("select count(*) from dossier_fact where office_id = ? and " + condition, office);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
