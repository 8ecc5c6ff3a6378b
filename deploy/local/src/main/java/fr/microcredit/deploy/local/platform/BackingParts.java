package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.backing.Distributions;
import fr.microcredit.backing.KafkaProcess;
import fr.microcredit.backing.KeycloakProcess;
import fr.microcredit.backing.KeycloakRealm;
import fr.microcredit.backing.PostgresProcess;
import fr.microcredit.deploy.local.key.ClientKeys;

/** PostgreSQL, Kafka and Keycloak as the files in {@code deploy} configure them, not started yet. */
final class BackingParts {
    private static final String DEMONSTRATION = "deploy/keycloak/demonstration.json";

    private final Path root;
    private final Path data;
    private final PortPlan ports;
    private final Settings settings;
    private final Distributions distributions;

    BackingParts(Path root, Path data, PortPlan ports, Settings settings) {
        this.root = root;
        this.data = data;
        this.ports = ports;
        this.settings = settings;
        this.distributions = new Distributions(root.resolve("service-kit/backing"));
    }

    PostgresProcess postgres() throws IOException {
        Path configuration = root.resolve("deploy/postgres");
        List<String> options = Files.readAllLines(configuration.resolve("postgresql.conf")).stream().map(String::trim)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        return new PostgresProcess(distributions,
                new PostgresProcess.Settings(data.resolve("postgres"), ports.postgres(),
                        settings.postgresPassword(), configuration.resolve("pg_hba.conf"), options));
    }

    KafkaProcess kafka() throws IOException {
        Properties fromFile = new Properties();
        try (Reader reader = Files.newBufferedReader(root.resolve("deploy/kafka/broker.properties"))) {
            fromFile.load(reader);
        }
        return new KafkaProcess(distributions, new KafkaProcess.Settings(data.resolve("kafka"), ports.kafka(),
                settings.broker(fromFile), settings.kafkaCredentials()));
    }

    KeycloakProcess keycloak() throws IOException {
        return new KeycloakProcess(distributions,
                new KeycloakProcess.Settings(data.resolve("keycloak"), ports.keycloak(), ports.keycloakManagement(),
                        new KeycloakRealm(List.of(root.resolve("deploy/keycloak/microcredit-realm.json"),
                                root.resolve(DEMONSTRATION)), settings.frontEnds(),
                                settings.clientSecrets(), bankKeys()),
                        settings.keycloak()));
    }

    /** Of the demonstration's banks, made at the first start; the private halves stay in the data folder. */
    private Map<String, String> bankKeys() throws IOException {
        ClientKeys keys = new ClientKeys(data);
        Map<String, String> sets = new HashMap<>();
        for (JsonNode client : new ObjectMapper().readTree(root.resolve(DEMONSTRATION).toFile()).path("clients")) {
            String id = client.path("clientId").asText();
            if (client.path("clientAuthenticatorType").asText().equals("client-jwt")) {
                sets.put(id, keys.of(id).publicKeySet());
            }
        }
        return sets;
    }
}
