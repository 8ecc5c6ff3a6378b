package fr.microcredit.bank;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

/** A bank asks for its files by what they wait for and by when they have changed. */
@OnTestPlatform
class FileListTest {
    private final String bank = "bank-" + UUID.randomUUID();
    private final Counter counter = new Counter(bank);

    @Test
    void filesAreFoundByWhatTheyWaitForAndSayWhichDayTheyWaitSince() {
        String fresh = arrived("2008-07-01");
        String disagreed = arrived("2008-07-01");
        counter.decide(disagreed, "disagreed", "2008-07-03").then().statusCode(200);
        list(Map.of("waitingFor", "decide")).then().statusCode(200).body("items.dossierId", contains(fresh))
                .body("items.waitingSince", contains("2008-07-01"));
        list(Map.of("waitingFor", "await-meeting")).then().body("items.dossierId", contains(disagreed))
                .body("items.nextStep", contains("await-meeting")).body("items.waitingSince", contains("2008-07-03"));
        list(Map.of("waitingFor", "await-meeting", "status", "received")).then().body("items", empty());
        list(Map.of()).then().body("items.size()", equalTo(2));
    }

    @Test
    void whatAnswersTheBankMovesItsFileToAnotherList() {
        String id = UUID.randomUUID().toString();
        History history = history(id).then("dossier.transmitted", "dijon", Map.of("effectiveOn", "2008-07-01"));
        Topics.publish(history.events());
        counter.awaitStep(id, "decide");
        counter.decide(id, "accepted", "2008-07-02").then().statusCode(200);
        list(Map.of("waitingFor", "await-guarantee")).then().body("items.dossierId", contains(id));
        List<TestEvent> answers = history
                .then("guarantee.reserved", "one", Map.of("effectiveOn", "2008-07-02"))
                .then("guarantee.subsidy-reserved", "one", Map.of("effectiveOn", "2008-07-02")).events();
        Topics.publish(answers.subList(1, answers.size()));
        counter.awaitStep(id, "report-contract");
        list(Map.of("waitingFor", "report-contract")).then().body("items.dossierId", contains(id));
        list(Map.of("waitingFor", "await-guarantee")).then().body("items", empty());
    }

    @Test
    void filesAreFoundByWhenTheyWereLastWritten() {
        String older = arrived("2008-07-01");
        String newer = arrived("2008-07-02");
        String between = TestPlatform.running().db().rows(
                "select to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from bank_file where key = ?",
                newer + "/" + bank).get(0);
        list(Map.of("changedSince", between)).then().statusCode(200).body("items.dossierId", hasItem(newer))
                .body("items.dossierId", not(hasItem(older)));
        counter.decide(older, "disagreed", "2008-07-03").then().statusCode(200);
        list(Map.of("changedSince", between)).then().body("items.dossierId", contains(newer, older));
        list(Map.of("changedSince", between, "waitingFor", "decide")).then().body("items.dossierId", contains(newer));
        list(Map.of("changedSince", "2099-01-01T00:00:00Z")).then().body("items", empty());
    }

    /** Disclosed on a topic of its own, after the file or once more when it is put right. */
    @Test
    void whoseNameIsPutRightHasChangedToo() {
        String id = arrived("2008-07-01");
        Instant before = Instant.now();
        list(Map.of("changedSince", before.toString())).then().body("items", empty());
        Topics.publish(history(id).then("identity.disclosed", "one", Map.of()).events());
        Await.until(Duration.ofSeconds(30), () -> "the bank is told", () -> List.of(id)
                .equals(list(Map.of("changedSince", before.toString())).path("items.dossierId")));
    }

    @Test
    void aSearchIsPagedAsEveryList() {
        List<String> all = List.of(arrived("2008-07-01"), arrived("2008-07-01"), arrived("2008-07-03"));
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Response page = cursor == null
                    ? list(Map.of("waitingFor", "decide", "limit", 2))
                    : list(Map.of("waitingFor", "decide", "limit", 2, "cursor", cursor));
            found.addAll(page.path("items.dossierId"));
            cursor = page.path("next");
        } while (cursor != null);
        assertEquals(3, found.size());
        assertEquals(all.get(2), found.get(0), "the newest first");
    }

    @ParameterizedTest
    @CsvSource({"waitingFor, nonsense", "waitingFor, DECIDE", "changedSince, 2008-07-01", "changedSince, yesterday",
            "changedSince, +1000000000-12-31T23:59:59Z", "changedSince, 1899-12-31T23:59:59Z"})
    void whatIsNoSearchIsMalformed(String name, String value) {
        list(Map.of(name, value)).then().statusCode(400).body("code", equalTo("malformed-request"));
    }

    private Response list(Map<String, Object> search) {
        return counter.request().queryParams(search).get("/files");
    }

    private String arrived(String on) {
        String id = UUID.randomUUID().toString();
        Topics.publish(history(id).then("dossier.transmitted", "dijon", Map.of("effectiveOn", on)).events());
        counter.awaitStep(id, "decide");
        return id;
    }

    private History history(String id) {
        return new History(id, Map.of("officeId", "ccas-dijon", "bankId", bank));
    }
}
