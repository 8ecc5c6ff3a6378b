package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fr.microcredit.backing.KeycloakProcess;
import fr.microcredit.backing.PostgresProcess;
import fr.microcredit.deploy.local.key.ClientKeys;

/** Keycloak as {@code deploy/up} runs it, with its database and nothing else, for tests. */
public final class KeycloakAlone implements AutoCloseable {
    private final PortPlan ports = PortPlan.anywhere();
    private final Path data;
    private final Secrets secrets;
    private final PostgresProcess postgres;
    private final KeycloakProcess keycloak;

    private KeycloakAlone(Path root, Path data, String frontEnd) throws IOException {
        this.data = data;
        this.secrets = Secrets.in(data);
        BackingParts parts = new BackingParts(root, data, ports, new Settings(ports, secrets, List.of(frontEnd)));
        this.postgres = parts.postgres();
        this.keycloak = parts.keycloak();
    }

    /**
     * On data of its own, in {@code target}.
     *
     * @param frontEnd whose page may sign people in
     */
    public static KeycloakAlone start(String frontEnd) throws Exception {
        Path root = Path.of(System.getProperty("workspace.root"));
        Path data = root.resolve("deploy/local/target/keycloak-alone");
        Leftovers.stop(data, new Console(System.out));
        Leftovers.deleteAll(data);
        Files.createDirectories(data);
        KeycloakAlone alone = new KeycloakAlone(root, data, frontEnd);
        try {
            alone.start(root.resolve("deploy/postgres"));
            return alone;
        } catch (Exception e) {
            alone.close();
            throw e;
        }
    }

    private void start(Path scripts) throws Exception {
        postgres.start();
        postgres.awaitReady();
        new Settings(ports, secrets, List.of()).database("keycloak").createIn(postgres, scripts);
        keycloak.start();
        keycloak.awaitReady();
    }

    public String address() {
        return "http://127.0.0.1:" + ports.keycloak();
    }

    public int port() {
        return ports.keycloak();
    }

    /** Of the demonstration's banks. */
    public ClientKeys bankKeys() {
        return new ClientKeys(data);
    }

    /** One of the installation's own. */
    public String secret(String name) throws IOException {
        return secrets.of(name);
    }

    @Override
    public void close() {
        keycloak.close();
        postgres.close();
    }
}
