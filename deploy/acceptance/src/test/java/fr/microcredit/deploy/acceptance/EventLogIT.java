package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kafka holds after the demonstration and all the kills. */
class EventLogIT {
    private static final String ADMIN = "admin";
    /** Names, streets and grounds the demonstration's persons gave. */
    private static final List<String> PERSONAL = List.of("Moreau", "Martin", "Bernard", "Robert", "Petit", "Exemple",
            "rue des", "1979-02-03", "2002-04-11", "transport en commun", "horaires décalés");

    @ParameterizedTest
    @ValueSource(strings = {"microcredit.dossier", "microcredit.eligibility", "microcredit.commission",
            "microcredit.bank", "microcredit.guarantee"})
    void everyDossiersEventsAreCountedWithoutAGap(String topic) throws Exception {
        Map<String, Map<Long, String>> seen = new HashMap<>();
        List<ConsumerRecord<byte[], byte[]>> events = EventLog
                .of(RunningPlatform.played().kafkaClient(ADMIN), topic);
        assertFalse(events.isEmpty());
        for (ConsumerRecord<byte[], byte[]> event : events) {
            Map<Long, String> ofKey = seen.computeIfAbsent(EventLog.key(event), any -> new HashMap<>());
            long sequence = Long.parseLong(EventLog.header(event, "ce_sequence"));
            String id = EventLog.header(event, "ce_id");
            String before = ofKey.putIfAbsent(sequence, id);
            assertTrue(before == null || before.equals(id), "two events with one number: " + topic + " " + sequence);
            assertEquals(before == null ? ofKey.size() : sequence, sequence, "a gap in " + topic);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"microcredit.scheme", "microcredit.directory", "microcredit.dossier",
            "microcredit.situation",
            "microcredit.eligibility", "microcredit.commission", "microcredit.bank", "microcredit.guarantee"})
    void nobodyIsNamedOutsideTheIdentityTopic(String topic) throws Exception {
        for (ConsumerRecord<byte[], byte[]> event : EventLog.of(RunningPlatform.played().kafkaClient(ADMIN), topic)) {
            assertEquals(List.of(), found(EventLog.value(event)), topic);
        }
    }

    @Test
    void nobodyIsNamedInALog() throws Exception {
        try (Stream<Path> files = Files.walk(RunningPlatform.played().platform().data(), 2)) {
            List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
            assertTrue(logs.size() >= 9, "every component has a log");
            for (Path log : logs) {
                assertEquals(List.of(), found(text(log)), log.getFileName().toString());
            }
        }
    }

    @Test
    void theIdentityTopicDoesNameThem() throws Exception {
        List<ConsumerRecord<byte[], byte[]>> identities = EventLog
                .of(RunningPlatform.played().kafkaClient(ADMIN), "microcredit.identity");
        assertTrue(identities.stream().anyMatch(each -> !found(EventLog.value(each)).isEmpty()),
                "otherwise the other tests look for the wrong words");
    }

    private static List<String> found(String text) {
        return PERSONAL.stream().filter(text::contains).toList();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
