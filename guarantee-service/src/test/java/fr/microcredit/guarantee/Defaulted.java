package fr.microcredit.guarantee;

import static fr.microcredit.guarantee.Fund.as;
import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/**
 * The loan of story (k): 2,400 over 24 at 4.40 %, guaranteed for 0.50 and 0.25; eight instalments are paid, the ninth to the
 * eleventh are not, and the bank accelerates what is owed, 1,623.29 and 16.77 of interest.
 */
final class Defaulted {
    static final String OTHER_MANAGER = TestTokens.region(Roles.FUND_MANAGER);
    static final long OWED = 162_329;
    static final LocalDate FILED = LocalDate.of(2008, 2, 25);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PRINCIPAL = 240_000;

    final Fund fund;
    /** Its own, so that no other test calls under it. */
    final String convention = "regional--" + UUID.randomUUID().toString().substring(0, 8);
    final String claim = UUID.randomUUID().toString();
    private final String sharing;
    private final Long envelopeCents;
    private History history;

    Defaulted() {
        this(new Fund(), "half-to-guarantors", null);
    }

    Defaulted(Fund fund, String sharing, Long envelopeCents) {
        this.fund = fund;
        this.sharing = sharing;
        this.envelopeCents = envelopeCents;
    }

    static void endow(Fund fund) {
        Fund.endow(fund.national, 500_000);
        Fund.endow(fund.region, 500_000);
    }

    private Map<String, Object> terms(String under) {
        Map<String, Object> terms = fund.terms(PRINCIPAL);
        terms.put("guarantees", List.of(Map.of("guarantor", fund.national, "share", "0.50"),
                Map.of("guarantor", fund.region, "share", "0.25")));
        terms.remove("subsidy");
        terms.put("termMonths", 24);
        terms.put("borrowerRate", "4.40");
        terms.put("rebate", Map.of("fraction", "0.50", "noUnpaid", false, "noDelay", false, "onRequest", false));
        terms.put("conventionVersion", under + "/1");
        Map<String, Object> call = new HashMap<>(Map.of("unpaidInstalments", 3, "meetingRequired", false,
                "paymentDays", 15, "recoverySharing", sharing));
        if (envelopeCents != null) {
            call.put("envelopeCents", envelopeCents);
        }
        terms.put("guaranteeCall", call);
        return terms;
    }

    /** Everything is told on the day of the claim, which the platform's first day has left behind. */
    static Map<String, Object> common(Fund fund) {
        Map<String, Object> common = new HashMap<>(fund.common(fund.person));
        common.put("effectiveOn", FILED.toString());
        return common;
    }

    /** Up to the acceleration, under a convention that others may share. */
    History accelerated(String under) {
        Map<String, Object> decided = new HashMap<>(Map.of("terms", terms(under)));
        decided.put("subsidyCents", null);
        History told = new History(fund.id, common(fund)).then("bank.decided", "accepted", decided)
                .then("bank.contracted", "one", Map.of())
                .then("bank.disbursed", "one", Map.of("terms", terms(under), "table",
                        Fund.tree(Fund.table(PRINCIPAL, 24, "4.40", LocalDate.of(2007, 4, 5)))));
        Schedule schedule = Schedule.constantInstalments(Money.ofCents(PRINCIPAL), 24, Rate.ofPercent("4.40"));
        for (int number = 1; number <= 8; number++) {
            told.then("bank.instalment-paid", "first",
                    Map.of("number", number, "outstandingCents", schedule.outstandingAfter(number).cents()));
        }
        for (int number = 9; number <= 11; number++) {
            told.then("bank.instalment-missed", "seventh", Map.of("number", number, "outstandingCents", OWED));
        }
        return told.then("bank.accelerated", "afterThree", Map.of());
    }

    History filed(String under) {
        history = accelerated(under).then("bank.claim-filed", "afterThree", Map.of("claimId", claim));
        return history;
    }

    /** Told and taken in. */
    Defaulted toldAndFiled() {
        return toldAndFiled(convention);
    }

    Defaulted toldAndFiled(String under) {
        Topics.publish(filed(under).events());
        awaitStatus(claim, "filed");
        return this;
    }

    /** Told after what was told before. */
    TestEvent more(String type, String example, Map<String, Object> overrides) {
        history.then(type, example, overrides);
        TestEvent last = history.events().get(history.events().size() - 1);
        Topics.publish(last);
        return last;
    }

    List<TestEvent> all() {
        return history.events();
    }

    Response look() {
        return look(claim);
    }

    static Response look(String claim) {
        return given().auth().oauth2(Fund.MANAGER).get("/claims/" + claim);
    }

    Response decide(String decision, LocalDate on, String... reasons) {
        return decide(claim, decision, on, reasons);
    }

    static Response decide(String claim, String decision, LocalDate on, String... reasons) {
        return as(Fund.MANAGER).header("If-Match", look(claim).header("ETag"))
                .body(Map.of("decision", decision, "reasons", List.of(reasons), "decidedOn", on.toString()))
                .post("/claims/" + claim + "/decision");
    }

    Response pay(String guarantor, LocalDate on) {
        return as(Fund.MANAGER).body(Map.of("guarantor", guarantor, "paidOn", on.toString()))
                .post("/claims/" + claim + "/payments");
    }

    Defaulted accepted() {
        decide("accepted", FILED.plusDays(10)).then().statusCode(200);
        return this;
    }

    static void awaitStatus(String claim, String status) {
        Await.until(LIMIT, () -> claim + " is " + status, () -> status.equals(look(claim).path("status")));
    }

    /** available, effective, called, paid and recovered of a guarantor. */
    static List<Long> accounts(String guarantor) {
        return List.of("available", "effective", "called", "paid", "recovered").stream()
                .map(kind -> Fund.balance("guarantor:" + guarantor + ":" + kind)).toList();
    }
}
