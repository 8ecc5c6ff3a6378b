package fr.microcredit.bank;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;

import fr.microcredit.kit.dayend.DayEndJob;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** After the signature the bank owes its borrower a word; what its silence means says the law of the contract's day. */
@OnTestPlatform
class AgreementJourneyTest {
    private static final String TOPIC = "microcredit.bank";
    private static final String LAPSED = "fr.microcredit.bank.agreement-lapsed";

    private final Counter counter = new Counter(Counter.BANK);

    @Inject
    @Any
    Instance<DayEndJob> jobs;
    @Inject
    Transactions transactions;

    @Test
    void silenceIsToldAsARefusalAndTheLawsOwnWordsUndoIt() throws Throwable {
        String late = signed("2012-03-01", false);
        String paidOut = signed("2012-03-01", false);
        counter.file(late).then().body("agreement.until", equalTo("2012-03-08"))
                .body("agreement.refusedOn", nullValue()).body("agreement.article", equalTo(
                        "Code de la consommation, L312-24 (L311-13 until 2016-07-01)"));
        assertEquals(Optional.of(LocalDate.of(2012, 3, 8)), nextDue("2012-03-02", "2012-03-31"));
        dayEnd("2012-03-07");
        assertEquals(0, told(late).size());
        dayEnd("2012-03-08");
        dayEnd("2012-03-09");
        assertEquals("2012-03-08", Topics.awaitOne(TOPIC, late, LAPSED).attributes().get("effectiveOn"));
        counter.file(late).then().body("agreement.refusedOn", equalTo("2012-03-08"))
                .body("status", equalTo("contracted"));
        agree(late, "2012-03-09", false).then().statusCode(422).body("errors.code", hasItem("agreement-late"));
        agree(late, "2012-03-09", true).then().statusCode(200).body("agreement.agreedOn", equalTo("2012-03-09"))
                .body("agreement.refusedOn", nullValue());
        counter.act(paidOut, "disbursement", Map.of("disbursedOn", "2012-03-09")).then().statusCode(200)
                .body("agreement.agreedOn", equalTo("2012-03-09")).body("agreement.refusedOn", nullValue());
        assertEquals(Optional.empty(), nextDue("2012-03-02", "2012-03-31"));
    }

    @Test
    void beforeTheLawOf2010AReservedAgreementIsToldBeforeAnyMoney() throws Throwable {
        String id = signed("2010-03-01", true);
        counter.act(id, "disbursement", Map.of("disbursedOn", "2010-03-09")).then().statusCode(409)
                .body("code", equalTo("agreement-required")).body("possible", equalTo(List.of("agreement")));
        agree(id, "2010-03-05", false).then().statusCode(200).body("agreement.agreedOn", equalTo("2010-03-05"));
        agree(id, "2010-03-05", false).then().statusCode(200);
        dayEnd("2010-03-20");
        assertEquals(0, told(id).size());
        counter.act(id, "disbursement", Map.of("disbursedOn", "2010-03-09")).then().statusCode(200);
        String plain = signed("2010-03-01", false);
        counter.file(plain).then().body("$", not(hasKey("agreement")));
        agree(plain, "2010-03-05", false).then().statusCode(409).body("code", equalTo("no-agreement-due"))
                .body("possible", equalTo(List.of("disbursement")));
    }

    private Response agree(String id, String on, boolean stillWanted) {
        return counter.act(id, "agreement", Map.of("agreedOn", on, "stillWanted", stillWanted));
    }

    private static List<TestEvent> told(String id) {
        return Topics.await(TOPIC, id, 2, event -> true).stream().filter(event -> event.type().equals(LAPSED))
                .toList();
    }

    private String signed(String on, boolean reserved) {
        String id = UUID.randomUUID().toString();
        LocalDate day = LocalDate.parse(on);
        History history = new History(id, Map.of("officeId", "udaf-poitiers", "bankId", Counter.BANK, "effectiveOn",
                day.minusDays(3).toString())).then("identity.disclosed", "one", Map.of())
                .then("dossier.transmitted", "region", Map.of());
        Topics.publish(history.events());
        counter.awaitStep(id, "decide");
        counter.decide(id, "accepted", day.minusDays(2).toString()).then().statusCode(200);
        Topics.publish(history.continued().then("guarantee.reserved", "one", Map.of()).events());
        counter.awaitStep(id, "report-contract");
        Map<String, Object> contract = new HashMap<>(Map.of("signedOn", on, "firstDueOn",
                day.plusMonths(2).toString(), "agreementReserved", reserved));
        counter.act(id, "contract", contract).then().statusCode(200);
        return id;
    }

    private DayEndJob job() {
        return jobs.stream().filter(job -> job.name().equals("agreement-silence")).findFirst().orElseThrow();
    }

    private void dayEnd(String day) throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> transactions.inScope(DataScope.system(), () -> job().run(LocalDate.parse(day))));
    }

    private Optional<LocalDate> nextDue(String from, String to) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.system(),
                () -> job().nextDue(LocalDate.parse(from), LocalDate.parse(to))));
    }
}
