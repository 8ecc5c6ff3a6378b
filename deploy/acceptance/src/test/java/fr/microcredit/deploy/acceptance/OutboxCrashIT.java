package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** kill -9 between the commit and the relay: what was acknowledged is published, once, in order. */
class OutboxCrashIT {
    private static final int DOSSIERS = 8;
    private static final String AGENT = "agent.ccas-dijon";
    private static final String INTAKE = "intake-service";

    @Test
    void whatWasCommittedIsPublishedAfterTheCrashOnceAndInOrder() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        platform.restartWith(INTAKE, "microcredit.outbox.relay-enabled=false\n");
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < DOSSIERS; number++) {
            ids.add(openAndWithdraw(platform, number));
        }
        assertEquals(0, of(platform, ids).size(), "nothing has been relayed yet");
        platform.restartWith(INTAKE, "");
        platform.awaitSettled();
        List<ConsumerRecord<byte[], byte[]>> events = of(platform, ids);
        assertEquals(2 * DOSSIERS, events.size(), "nothing lost, nothing doubled");
        for (String id : ids) {
            assertEquals(List.of("1 fr.microcredit.dossier.opened", "2 fr.microcredit.dossier.withdrawn"),
                    events.stream().filter(event -> EventLog.key(event).equals(id)).map(
                            event -> EventLog.header(event, "ce_sequence") + " " + EventLog.header(event, "ce_type"))
                            .toList());
        }
    }

    private static String openAndWithdraw(RunningPlatform platform, int number) {
        Map<String, Object> applicant = Map.of("familyName", "Exempleoutbox" + (char) ('a' + number), "givenNames",
                "Alex", "birthDate", "1970-01-01", "street", "2 rue des Exemples", "postalCode", "21000", "city",
                "Dijon");
        Answer opened = platform.api().post(new Target(AGENT, Service.INTAKE, "/dossiers"),
                Map.of("applicant", applicant));
        assertEquals(201, opened.status(), opened.body().toString());
        Target dossier = new Target(AGENT, Service.INTAKE, "/dossiers/" + opened.text("dossierId"));
        Answer withdrawn = platform.api().postOn(dossier,
                new Target(AGENT, Service.INTAKE, dossier.path() + "/withdrawal"), Map.of("reason", "applicant"));
        assertEquals(200, withdrawn.status(), withdrawn.body().toString());
        return opened.text("dossierId");
    }

    private static List<ConsumerRecord<byte[], byte[]>> of(RunningPlatform platform, List<String> ids)
            throws Exception {
        return EventLog.of(platform.kafkaClient("admin"), "microcredit.dossier").stream()
                .filter(event -> ids.contains(EventLog.key(event))).toList();
    }
}
