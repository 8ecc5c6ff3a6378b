package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import fr.microcredit.backing.Await;
import fr.microcredit.backing.KafkaSetup;
import fr.microcredit.backing.TopicFile;
import fr.microcredit.deploy.local.platform.Service;

/** One Kafka user for each service; who may not read a restricted topic is refused, and nobody writes another's topic. */
class KafkaAccessIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String IDENTITY = "microcredit.identity";
    private static final Map<String, String> RESTRICTED = Map.of("microcredit.identity", "bank",
            "microcredit.situation", "eligibility");
    private static final Map<String, String> WRITERS = Map.of("microcredit.scheme", "eligibility",
            "microcredit.directory", "eligibility",
            "microcredit.dossier", "intake", "microcredit.situation", "intake", "microcredit.identity", "intake",
            "microcredit.eligibility", "eligibility", "microcredit.commission", "commission", "microcredit.bank",
            "bank", "microcredit.guarantee", "guarantee");

    /** Who wrote it may look at its end; it holds the same in its own database. */
    static Stream<Arguments> othersOfRestrictedTopics() {
        return RESTRICTED.entrySet().stream().flatMap(topic -> Stream.of(Service.values()).map(Service::shortName)
                .filter(user -> !user.equals(topic.getValue()) && !user.equals(WRITERS.get(topic.getKey())))
                .map(user -> Arguments.of(user, topic.getKey())));
    }

    static Stream<Arguments> readersOfRestrictedTopics() {
        return RESTRICTED.entrySet().stream().map(topic -> Arguments.of(topic.getValue(), topic.getKey()));
    }

    static Stream<Arguments> othersOfWrittenTopics() {
        return WRITERS.entrySet().stream().flatMap(topic -> Stream.of(Service.values()).map(Service::shortName)
                .filter(user -> !user.equals(topic.getValue())).map(user -> Arguments.of(user, topic.getKey())));
    }

    @ParameterizedTest
    @MethodSource("othersOfRestrictedTopics")
    void nobodyElseReadsARestrictedTopic(String user, String topic) throws Exception {
        Map<String, Object> client = RunningPlatform.played().kafkaClient(user);
        assertThrows(TopicAuthorizationException.class, () -> EventLog.of(client, topic));
    }

    @ParameterizedTest
    @MethodSource("readersOfRestrictedTopics")
    void whoHasToReadARestrictedTopicCan(String user, String topic) throws Exception {
        assertFalse(EventLog.of(RunningPlatform.played().kafkaClient(user), topic).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("othersOfWrittenTopics")
    void nobodyWritesAnothersTopic(String user, String topic) throws Exception {
        Map<String, Object> settings = new HashMap<>(RunningPlatform.played().kafkaClient(user));
        settings.put("max.block.ms", 20_000);
        settings.put("enable.idempotence", false);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ExecutionException refused = assertThrows(ExecutionException.class,
                    () -> producer.send(new ProducerRecord<>(topic, new byte[]{1}, new byte[]{1})).get());
            assertInstanceOf(TopicAuthorizationException.class, refused.getCause());
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        Map<String, Object> client = new HashMap<>(RunningPlatform.played().kafkaClient("bank"));
        client.compute("sasl.jaas.config", (name, value) -> value.toString().replaceAll("password=\".*\"",
                "password=\"guessed\""));
        assertThrows(SaslAuthenticationException.class, () -> EventLog.of(client, "microcredit.identity"));
    }

    @Test
    void aRuleThatIsNotInTheFileIsTakenBack() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        AclBinding stray = new AclBinding(new ResourcePattern(ResourceType.TOPIC, IDENTITY, PatternType.LITERAL),
                new AccessControlEntry("User:observatory", "*", AclOperation.READ, AclPermissionType.ALLOW));
        try (Admin admin = Admin.create(platform.kafkaClient("admin"))) {
            admin.createAcls(List.of(stray)).all().get();
        }
        Map<String, Object> observatory = platform.kafkaClient("observatory");
        Await.until(LIMIT, () -> "the stray rule lets it read", () -> !EventLog.of(observatory, IDENTITY).isEmpty());
        Map<String, String> groups = Stream.of(Service.values())
                .collect(Collectors.toMap(Service::shortName, Service::module));
        new KafkaSetup(platform.kafkaClient("admin"), TopicFile.read(Path.of(System.getProperty("workspace.root"),
                "deploy/kafka/topics.json"))).createAcls(groups);
        Await.until(LIMIT, () -> "it is refused again", () -> {
            assertThrows(TopicAuthorizationException.class, () -> EventLog.of(observatory, IDENTITY));
            return true;
        });
    }

    @Test
    void everyTopicOfTheTopicsFileIsCovered() throws Exception {
        var topics = TopicFile.read(Path.of(System.getProperty("workspace.root"),
                "deploy/kafka/topics.json")).topics();
        assertEquals(WRITERS.keySet(), new HashSet<>(topics.stream().map(each -> each.name()).toList()));
        assertEquals(List.copyOf(RESTRICTED.keySet()).stream().sorted().toList(),
                topics.stream().filter(each -> each.restricted()).map(each -> each.name()).sorted().toList());
    }
}
