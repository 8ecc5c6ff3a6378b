package fr.microcredit.kit.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.backing.Await;

/** Makes the broker compact a topic of the test platform at once, instead of after days. */
public final class Compaction {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String WITNESS = "fr.microcredit.test.witness";

    private Compaction() {
    }

    /**
     * Returns when everything that stands on the topic now has been compacted: a witness behind it has lost its older record.
     * The topic keeps its settings but for the age of a segment, since the newest segment is never compacted.
     */
    public static void force(String topic) {
        closeSegmentsAtOnce(topic);
        String witness = "witness/" + UUID.randomUUID();
        Topics.publish(witness(topic, witness, 1), witness(topic, witness, 2));
        int[] number = {2};
        Await.until(LIMIT, () -> "the older record of " + witness + " on " + topic + " is gone", () -> {
            Topics.publish(witness(topic, "newest/" + witness, ++number[0]));
            return Topics.read(topic).stream().filter(each -> witness.equals(each.key())).count() == 1;
        });
    }

    /** Sound, and of a type that nobody listens to. */
    private static TestEvent witness(String topic, String key, long number) {
        ObjectNode data = TestEvent.JSON.createObjectNode().put("number", number);
        return TestEvent.of(topic, key, WITNESS, number, Map.of("effectiveOn", "2008-01-01"), data);
    }

    private static void closeSegmentsAtOnce(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry("segment.ms", "1"), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin
                .create(Map.of("bootstrap.servers", TestPlatform.running().kafka().bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
