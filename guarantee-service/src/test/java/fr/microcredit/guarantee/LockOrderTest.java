package fr.microcredit.guarantee;

import static fr.microcredit.guarantee.Fund.as;
import static fr.microcredit.guarantee.Fund.balance;
import static fr.microcredit.guarantee.Fund.db;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** Commands and the bank's events meet on the same accounts: both take the ledger's lock before any row. */
@OnTestPlatform
class LockOrderTest {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int DOSSIERS = 40;
    private static final int GIVERS = 4;
    private static final int TURNS_MIN = 10;
    private static final long ENOUGH = 1_000_000_000L;

    private final Fund fund = new Fund();
    private final AtomicBoolean told = new AtomicBoolean();

    @Test
    void whoGivesMoneyAndWhatIsPromisedOnItNeverWaitForEachOther() {
        long deadlocks = deadlocks();
        Fund.endow(fund.national, ENOUGH);
        fund.envelope(2008, ENOUGH);
        List<String> dossiers = IntStream.range(0, DOSSIERS).mapToObj(each -> UUID.randomUUID().toString()).toList();
        List<CompletableFuture<Long>> giving = IntStream.range(0, GIVERS)
                .mapToObj(each -> CompletableFuture.supplyAsync(this::giveUntilAllIsTold)).toList();
        try {
            Topics.publish(dossiers.stream().flatMap(key -> decidedThreeTimes(key).stream()).toList());
            Await.until(LIMIT, () -> "every dossier has its last decision", () -> released(dossiers) == DOSSIERS);
        } finally {
            told.set(true);
        }
        long given = giving.stream().mapToLong(CompletableFuture::join).sum();
        assertEquals(deadlocks, deadlocks());
        assertEquals(List.of(), db().rows("select key from dead_letter where key = any(?)",
                (Object) dossiers.toArray(String[]::new)));
        assertEquals(ENOUGH + given, balance("guarantor:" + fund.national + ":available"), "nothing stays promised");
        assertEquals(ENOUGH + given, balance("envelope:" + fund.office + ":2008:available"));
        given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().body("sound", equalTo(true));
    }

    /** Reserved, given back and reserved anew, given back. */
    private List<TestEvent> decidedThreeTimes(String key) {
        return new History(key, fund.common(UUID.randomUUID().toString()))
                .then("bank.decided", "accepted", asked(1, 30_000)).then("bank.decided", "accepted", asked(2, 40_000))
                .then("bank.finalised", "refused", Map.of("round", 3)).events();
    }

    private Map<String, Object> asked(int round, long cents) {
        return Map.of("round", round, "terms", fund.terms(cents), "subsidyCents", Fund.subsidy(cents));
    }

    private static long released(List<String> dossiers) {
        return db().number(
                "select count(*) from guarantee g join subsidy s using (key) where split_part(key, '/', 1) = any(?)"
                        + " and g.status = 'released' and s.status = 'released' and (g.document ->> 'round')::int = 2",
                (Object) dossiers.toArray(String[]::new));
    }

    /** @return what was added to the fund, and to the envelope */
    private long giveUntilAllIsTold() {
        List<Long> given = new ArrayList<>();
        while (!told.get() || given.size() < TURNS_MIN) {
            long wrong = 1_000 + given.size() * 7L;
            long right = given.size() % 2 == 0 ? wrong - 500 : wrong + 500;
            putRight(Fund.endow(fund.national, wrong), as(Fund.MANAGER), right);
            putRight(fund.envelope(2008, wrong), fund.asOffice(), right);
            given.add(right);
        }
        return given.stream().mapToLong(Long::longValue).sum();
    }

    private static void putRight(Response grant, RequestSpecification giver, long cents) {
        giver.header("If-Match", grant.header("ETag")).body(Map.of("amountCents", cents, "effectiveOn", "2008-07-01"))
                .post("/grants/" + grant.path("id") + "/correction").then().statusCode(200);
    }

    private static long deadlocks() {
        return db().number("select deadlocks from pg_stat_database where datname = current_database()");
    }
}
