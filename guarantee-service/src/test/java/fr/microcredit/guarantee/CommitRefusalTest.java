package fr.microcredit.guarantee;

import static fr.microcredit.guarantee.Fund.as;
import static fr.microcredit.guarantee.Fund.balance;
import static fr.microcredit.guarantee.Fund.count;
import static fr.microcredit.guarantee.Fund.db;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/**
 * A cent goes astray in the database itself, on the way to one guarantor's account: the service can not see it, and the
 * deferred check of the ledger refuses at commit.
 */
@OnTestPlatform
class CommitRefusalTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Fund fund = new Fund();
    private final String available = "guarantor:" + fund.national + ":available";

    @BeforeEach
    void theCheckWaitsForTheCommit() {
        assertEquals(List.of("t"),
                db().rows("select tginitdeferred from pg_trigger where tgname = 'refuse_unbalanced'"));
    }

    @AfterEach
    void theLedgerIsSound() {
        given().auth().oauth2(Fund.OPERATOR).get("/ledger/check").then().statusCode(200).body("sound", equalTo(true));
    }

    @Test
    void anEndowmentThatTheCommitRefusesLeavesNothingAndItsKeyIsFreeAgain() {
        String key = UUID.randomUUID().toString();
        List<String> before = everythingKept();
        whileACentGoesAstray(() -> endow(key).then().statusCode(500).contentType("application/problem+json")
                .body("code", equalTo("internal-error")));
        assertEquals(before, everythingKept());
        assertEquals(0, balance(available));

        endow(key).then().statusCode(201).header("Idempotent-Replayed", nullValue());
        assertEquals(500_000, balance(available));
        String grant = db().rows("select key from money_grant where document ->> 'beneficiary' = ?", fund.national)
                .get(0);
        assertEquals(1, Topics.await("microcredit.guarantee", grant, 1, event -> true).size(), "told once");
    }

    @Test
    void anEventThatTheCommitRefusesIsBuriedAndTheOthersGoOn() {
        Fund other = new Fund();
        Fund.endow(fund.national, 500_000);
        Fund.endow(other.national, 500_000);
        whileACentGoesAstray(() -> {
            List<TestEvent> together = new ArrayList<>(fund.accepted(1, 100_000).events());
            together.addAll(other.accepted(1, 100_000).events());
            Topics.publish(together);
            Await.until(LIMIT, () -> "the refused event is a dead letter", () -> deadLetters().size() == 1);
            other.awaitEvents("guarantee.reserved", 1);
        });
        assertEquals("unexpected-failure", deadLetters().get(0).split("\\|")[1]);
        assertEquals(0, db().number("select count(*) from guarantee where starts_with(key, ?)", fund.id));
        assertEquals(500_000, balance(available));

        as(Fund.OPERATOR).post("/operations/dead-letters/" + deadLetters().get(0).split("\\|")[0] + "/replay").then()
                .statusCode(204);
        fund.awaitEvents("guarantee.reserved", 1);
        assertEquals(1, count(List.of(fund.id), "reserved"));
        assertEquals(450_000, balance(available));
    }

    private List<String> deadLetters() {
        return db().rows("select id, reason from dead_letter where key = ? and status = 'open'", fund.id);
    }

    private Response endow(String key) {
        return given().auth().oauth2(Fund.MANAGER).contentType("application/json").header("Idempotency-Key", key)
                .body(Map.of("amountCents", 500_000, "multiplier", "1", "effectiveOn", "2008-07-01"))
                .post("/guarantors/" + fund.national + "/endowments");
    }

    private static List<String> everythingKept() {
        return db().rows("select (select count(*) from money_grant), (select count(*) from ledger_entry),"
                + " (select count(*) from ledger_posting), (select count(*) from audit_entry),"
                + " (select count(*) from idempotency)");
    }

    private void whileACentGoesAstray(Runnable work) {
        db().execute("create function lose_a_cent() returns trigger language plpgsql as $lose$ begin"
                + " new.amount_cents := new.amount_cents - 1; return new; end $lose$");
        db().execute("create trigger lose_a_cent before insert on ledger_posting for each row when (new.account = '"
                + available + "') execute function lose_a_cent()");
        try {
            work.run();
        } finally {
            db().execute("drop trigger lose_a_cent on ledger_posting");
            db().execute("drop function lose_a_cent()");
        }
    }
}
