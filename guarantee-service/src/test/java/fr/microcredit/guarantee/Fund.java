package fr.microcredit.guarantee;

import static io.restassured.RestAssured.given;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** Two guarantors and an office of their own for each test, and the loans that ask them. */
final class Fund {
    static final String MANAGER = TestTokens.region(Roles.FUND_MANAGER);
    static final String OPERATOR = TestTokens.region(Roles.OPERATOR);

    /** Which has the file. */
    static final String BANK = "cm-dijon";

    final String id = UUID.randomUUID().toString();
    final String person = UUID.randomUUID().toString();
    final String national;
    final String region;
    final String office;

    Fund() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        national = "n" + mark;
        region = "r" + mark;
        office = "ccas-" + mark;
        db().execute("insert into guarantor (id) values (?), (?)", national, region);
    }

    /** Another loan of the same guarantors and office. */
    Fund(String national, String region, String office) {
        this.national = national;
        this.region = region;
        this.office = office;
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key",
                UUID.randomUUID().toString());
    }

    RequestSpecification asOffice() {
        return as(TestTokens.office(office, Roles.OFFICE_MANAGER));
    }

    static Response endow(String guarantor, long cents) {
        return as(MANAGER).body(Map.of("amountCents", cents, "multiplier", "1", "effectiveOn", "2008-07-01"))
                .post("/guarantors/" + guarantor + "/endowments").then().statusCode(201).extract().response();
    }

    Response envelope(int year, long cents) {
        return asOffice().body(Map.of("year", year, "amountCents", cents, "effectiveOn", "2008-07-01"))
                .post("/envelopes").then().statusCode(201).extract().response();
    }

    History accepted(int round, long cents) {
        return new History(id, common(person)).then("bank.decided", "accepted", Map.of("round", round, "terms",
                terms(cents), "subsidyCents", subsidy(cents)));
    }

    /** As the bank would compute it: 18 months at 4.40 against 1 %. */
    static long subsidy(long cents) {
        return Money.sum(table(cents, 18, "1", LocalDate.of(2008, 11, 5)).lines().stream()
                .map(InstalmentTable.Line::subsidy).toList()).cents();
    }

    static InstalmentTable table(long cents, int months, String rate, LocalDate firstDueOn) {
        return InstalmentTable.first(Money.ofCents(cents), months, Rate.ofPercent(rate), Rate.ofPercent("4.40"),
                firstDueOn);
    }

    static JsonNode tree(InstalmentTable table) {
        return KitJson.tree(KitJson.write(table));
    }

    /** The demonstration's dossier (e), repaid without incident. */
    History loan(String key) {
        Map<String, Object> terms = terms(300_000);
        terms.put("guarantees", List.of(share(national, "0.50"), share(region, "0.25")));
        terms.remove("subsidy");
        terms.put("termMonths", 24);
        terms.put("borrowerRate", "4.40");
        terms.put("rebate", Map.of("fraction", "0.50", "noUnpaid", true, "noDelay", false, "onRequest", false));
        Map<String, Object> decided = new HashMap<>(Map.of("terms", terms));
        decided.put("subsidyCents", null);
        History history = new History(key, common(key.equals(id) ? person : "99999999-9999-4999-8999-999999999999"))
                .then("bank.decided", "accepted", decided).then("bank.contracted", "one", Map.of())
                .then("bank.disbursed", "one", Map.of("terms", terms, "table",
                        tree(table(300_000, 24, "4.40", LocalDate.of(2008, 11, 5)))));
        Schedule schedule = Schedule.constantInstalments(Money.ofCents(300_000), 24, Rate.ofPercent("4.40"));
        for (int number = 1; number <= 24; number++) {
            history.then("bank.instalment-paid", "first",
                    Map.of("number", number, "outstandingCents", schedule.outstandingAfter(number).cents()));
        }
        return history.then("bank.repaid-in-full", "one",
                Map.of("interestPaidByBorrowerCents", schedule.totalInterest().cents()))
                .then("bank.rebate-credited", "one", Map.of());
    }

    Map<String, Object> common(String who) {
        return Map.of("officeId", office, "bankId", BANK, "personId", who);
    }

    private static Map<String, Object> share(String guarantor, String share) {
        return Map.of("guarantor", guarantor, "share", share);
    }

    /** Dijon's: 18 months at 1 % of the borrower, half of it guaranteed, subsidised. */
    Map<String, Object> terms(long cents) {
        Map<String, Object> terms = new HashMap<>(
                Map.of("schemeId", "dijon", "schemeVersion", "dijon-1", "amountCents", cents, "termMonths", 18,
                        "borrowerRate", "1", "bankRate", "4.40", "commission", "required", "personCapCents", 300_000,
                        "reservationDays", 90));
        terms.put("approvalDays", 90);
        terms.put("guarantees", List.of(share(national, "0.50")));
        terms.put("subsidy", Map.of("method", "schedule-difference", "earlyEnd", "interest-to-date"));
        return terms;
    }

    void awaitEvents(String type, int count) {
        Topics.await("microcredit.guarantee", id, count, event -> event.type().endsWith(type));
    }

    JsonNode one(String type) {
        return Topics.await("microcredit.guarantee", id, 1, event -> event.type().endsWith(type)).get(0).data();
    }

    List<TestEvent> all(String type) {
        return Topics.await("microcredit.guarantee", id, 0, event -> event.type().endsWith(type));
    }

    static long part(JsonNode data, String guarantor) {
        for (JsonNode share : data.path("shares")) {
            if (share.path("guarantor").asText().equals(guarantor)) {
                return share.path("amountCents").asLong();
            }
        }
        throw new AssertionError(guarantor + " has no share in " + data);
    }

    static long balance(String account) {
        return db().number("select coalesce(sum(balance_cents), 0) from account_balance where account = ?", account);
    }

    /** A person without a row has nothing promised: what one batch promises and gives back leaves none. */
    static long exposure(String person) {
        return db().number("select coalesce(sum(exposure_cents), 0) from person_exposure where person_id = ?::uuid",
                person);
    }

    static long count(List<String> ids, String status) {
        return db().number("select count(*) from guarantee where split_part(key, '/', 1) = any(?) and status = ?",
                ids.toArray(String[]::new), status);
    }

    static LocalDate today() {
        return LocalDate.parse(given().auth().oauth2(OPERATOR).get("/sandbox/business-date").path("today"));
    }

    static void move(LocalDate to) {
        as(OPERATOR).body(Map.of("to", to.toString())).post("/sandbox/business-date").then().statusCode(200);
    }

    static Database db() {
        return TestPlatform.running().db();
    }
}
