package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import fr.microcredit.backing.KafkaProcess;
import fr.microcredit.backing.ServiceDatabase;

/** What each component is told about the others in this installation. */
final class Settings {
    /** Where a front end is developed: the usual ports of the usual tools. */
    private static final List<String> FRONT_ENDS = List.of("http://127.0.0.1:3000", "http://127.0.0.1:5173",
            "http://localhost:3000", "http://localhost:5173");
    private static final String ADMIN = "admin";
    private static final String SCRAM = "SCRAM-SHA-512";
    private static final String SCRAM_LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\"%s\" password=\"%s\";";

    private final PortPlan ports;
    private final Secrets secrets;
    private final List<String> frontEnds;

    /** @param frontEnds origins that may call besides the usual ones */
    Settings(PortPlan ports, Secrets secrets, List<String> frontEnds) {
        this.ports = ports;
        this.secrets = secrets;
        this.frontEnds = Stream.concat(FRONT_ENDS.stream(), frontEnds.stream()).distinct().toList();
    }

    /** Origins whose pages may call the services and sign people in. */
    List<String> frontEnds() {
        return frontEnds;
    }

    String postgresPassword() throws IOException {
        return secrets.of("postgres.superuser");
    }

    ServiceDatabase database(String name) throws IOException {
        return new ServiceDatabase(name, secrets.of("postgres." + name + ".owner"),
                secrets.of("postgres." + name + ".app"));
    }

    /** The broker's settings: those of the file, its addresses, its administrator. */
    Properties broker(Properties fromFile) throws IOException {
        Properties broker = KafkaProcess.singleNode(ports.kafka(), ports.kafkaController());
        broker.putAll(fromFile);
        String password = kafkaPassword(ADMIN);
        broker.setProperty("listener.name.client.scram-sha-512.sasl.jaas.config",
                SCRAM_LOGIN.formatted(ADMIN, password));
        broker.setProperty("listener.name.controller.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
                        .formatted(ADMIN, password));
        return broker;
    }

    /** As {@code kafka-storage} reads them; one user for each service and the administrator. */
    List<String> kafkaCredentials() throws IOException {
        List<String> credentials = new java.util.ArrayList<>();
        credentials.add(credential(ADMIN));
        for (Service service : Service.values()) {
            credentials.add(credential(service.shortName()));
        }
        return credentials;
    }

    private String credential(String user) throws IOException {
        return SCRAM + "=[name=" + user + ",password=" + kafkaPassword(user) + "]";
    }

    private String kafkaPassword(String user) throws IOException {
        return secrets.of("kafka." + user);
    }

    /** A Kafka client's settings as that user. */
    Map<String, Object> kafkaClient(String user) throws IOException {
        Map<String, Object> client = new HashMap<>();
        client.put("bootstrap.servers", "127.0.0.1:" + ports.kafka());
        client.put("security.protocol", "SASL_PLAINTEXT");
        client.put("sasl.mechanism", SCRAM);
        client.put("sasl.jaas.config", SCRAM_LOGIN.formatted(user, kafkaPassword(user)));
        return client;
    }

    Map<String, Object> kafkaAdministrator() throws IOException {
        return kafkaClient(ADMIN);
    }

    Map<String, String> keycloak() throws IOException {
        ServiceDatabase database = database("keycloak");
        return Map.of("KC_DB_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/keycloak", "KC_DB_USERNAME",
                database.owner(), "KC_DB_PASSWORD", database.ownerPassword(), "KC_DB_POOL_MAX_SIZE", "8",
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"),
                "KC_LOG_LEVEL", "warn,org.keycloak.exportimport:info");
    }

    /** Of Keycloak's clients that are this installation's own; {@code deploy/accounts} reads it in the secrets' file. */
    Map<String, String> clientSecrets() throws IOException {
        return Map.of("account-keeper", secrets.of("keycloak.account-keeper"));
    }

    Properties service(Service service) throws IOException {
        Properties settings = new Properties();
        ServiceDatabase database = database(service.shortName());
        String address = "127.0.0.1:" + ports.postgres() + "/" + service.shortName();
        String realm = "http://127.0.0.1:" + ports.keycloak() + "/realms/microcredit";
        settings.setProperty("quarkus.http.port", String.valueOf(ports.of(service)));
        settings.setProperty("quarkus.datasource.reactive.url", "postgresql://" + address);
        settings.setProperty("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
        settings.setProperty("quarkus.datasource.username", database.app());
        settings.setProperty("quarkus.datasource.password", database.appPassword());
        settings.setProperty("quarkus.flyway.username", database.owner());
        settings.setProperty("quarkus.flyway.password", database.ownerPassword());
        settings.setProperty("quarkus.oidc.auth-server-url", realm);
        settings.setProperty("quarkus.oidc.token.issuer", realm);
        kafkaClient(service.shortName())
                .forEach((name, value) -> settings.setProperty("kafka." + name, value.toString()));
        settings.setProperty("microcredit.sandbox.enabled", "true");
        settings.setProperty("microcredit.front-ends", String.join(",", frontEnds));
        // The whole region plays from one machine here, and moving the date may take a while
        settings.setProperty("microcredit.limits.requests-per-second", "5000");
        settings.setProperty("microcredit.limits.burst", "5000");
        settings.setProperty("quarkus.http.idle-timeout", "5M");
        settings.setProperty("microcredit.hash-key", secrets.of(service.shortName() + ".hash-key"));
        if (service == Service.INTAKE) {
            settings.setProperty("intake.person-key", secrets.of("intake.person-key"));
        }
        return settings;
    }
}
