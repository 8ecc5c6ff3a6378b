package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Compaction;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** A compacted topic keeps the newest record of each key for ever: the key has to name the version. */
@OnTestPlatform
class SchemeTopicTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOPIC = "microcredit.scheme";

    private final String scheme = "essai-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void everyVersionOutlivesCompaction() throws IOException {
        SchemeFile first = SchemeFile.of(scheme, "59350");
        publish(first, scheme + "-1");
        publish(first.with("/version", "\"" + scheme + "-2\"").with("/validFrom", "\"2031-01-01\""), scheme + "-2");

        Compaction.force(TOPIC);

        assertEquals(List.of(scheme + "-1", scheme + "-2"), versionsReadFromTheBeginning(scheme));
        assertEquals(List.of("national-demonstration-2017", "national-demonstration-2022"),
                versionsReadFromTheBeginning("national"));
    }

    private void publish(SchemeFile file, String version) {
        String sha = as("editor-one").body(file.text()).post("/scheme-drafts").then().statusCode(201).extract()
                .path("sha256");
        as("editor-two").body(SchemeFile.publication(sha))
                .post("/scheme-drafts/" + scheme + "/" + version + "/publication").then().statusCode(200);
        Await.until(LIMIT, () -> version + " is told", () -> versionsReadFromTheBeginning(scheme).contains(version));
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(TestTokens.regionPerson(person, Roles.SCHEME_EDITOR))
                .contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** By what the records say, not by their keys. */
    private static List<String> versionsReadFromTheBeginning(String schemeId) throws IOException {
        List<String> versions = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> each : Topics.read(TOPIC)) {
            JsonNode data = TestEvent.JSON.readTree(each.value());
            if (data.path("schemeId").asText().equals(schemeId)) {
                versions.add(data.path("version").asText());
            }
        }
        return versions;
    }
}
