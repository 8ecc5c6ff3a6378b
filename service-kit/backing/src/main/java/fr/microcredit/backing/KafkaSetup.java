package fr.microcredit.backing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Brings a broker to what the topic file says: missing topics are made, access rules are those of the file only. */
public final class KafkaSetup {
    private static final short REPLICAS = 1;
    private static final String ANY_HOST = "*";

    private final Map<String, Object> connection;
    private final TopicFile file;

    /** @param connection client settings of a user who may create topics and ACLs */
    public KafkaSetup(Map<String, Object> connection, TopicFile file) {
        this.connection = connection;
        this.file = file;
    }

    public void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(connection)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (TopicFile.Topic topic : file.topics()) {
                missing.add(new NewTopic(topic.name(), topic.partitions(), REPLICAS).configs(topic.config()));
                topic.readers()
                        .forEach(reader -> missing.add(new NewTopic(TopicFile.deadLetters(topic.name(), reader), 1,
                                REPLICAS).configs(Map.of("retention.ms", "-1"))));
            }
            missing.removeIf(topic -> present.contains(topic.name()));
            admin.createTopics(missing).all().get();
        }
    }

    /**
     * The access rules are those of the file, no fewer and no more: each topic can be written by its one writer and read by
     * its readers and by its writer, which looks at its own end before it goes on.
     *
     * @param groups consumer group of each reader
     */
    public void createAcls(Map<String, String> groups) throws InterruptedException, ExecutionException {
        Set<AclBinding> acls = new HashSet<>();
        for (TopicFile.Topic topic : file.topics()) {
            allow(acls, topic.writer(), ResourceType.TOPIC, topic.name(), AclOperation.WRITE);
            allow(acls, topic.writer(), ResourceType.TOPIC, topic.name(), AclOperation.READ);
            for (String reader : topic.readers()) {
                allow(acls, reader, ResourceType.TOPIC, topic.name(), AclOperation.READ);
                allow(acls, reader, ResourceType.TOPIC, TopicFile.deadLetters(topic.name(), reader),
                        AclOperation.WRITE);
            }
        }
        groups.forEach((user, group) -> allow(acls, user, ResourceType.GROUP, group, AclOperation.READ));
        try (Admin admin = Admin.create(connection)) {
            Set<AclBinding> outdated = new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
            outdated.removeAll(acls);
            admin.deleteAcls(outdated.stream().map(AclBinding::toFilter).toList()).all().get();
            admin.createAcls(acls).all().get();
        }
    }

    private static void allow(Set<AclBinding> acls, String user, ResourceType type, String name,
            AclOperation operation) {
        acls.add(new AclBinding(new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, ANY_HOST, operation, AclPermissionType.ALLOW)));
    }
}
