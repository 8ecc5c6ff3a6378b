package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import fr.microcredit.backing.KeycloakProcess;
import fr.microcredit.backing.PostgresProcess;

/** Keycloak as {@code deploy/up} runs it, with its database and nothing else, for tests. */
public final class KeycloakAlone implements AutoCloseable {
    private final PortPlan ports = PortPlan.anywhere();
    private final Secrets secrets;
    private final PostgresProcess postgres;
    private final KeycloakProcess keycloak;

    private KeycloakAlone(Path root, Path data, String frontEnd) throws IOException {
        this.secrets = Secrets.in(data);
        BackingParts parts = new BackingParts(root, data, ports, new Settings(ports, secrets, List.of(frontEnd)));
        this.postgres = parts.postgres();
        this.keycloak = parts.keycloak();
    }

    /** @param frontEnd whose page may sign people in */
    public static KeycloakAlone start(Path data, String frontEnd) throws Exception {
        Path root = Path.of(System.getProperty("workspace.root"));
        KeycloakAlone alone = new KeycloakAlone(root, data, frontEnd);
        alone.postgres.start();
        alone.postgres.awaitReady();
        new Settings(alone.ports, alone.secrets, List.of()).database("keycloak").createIn(alone.postgres,
                root.resolve("deploy/postgres"));
        alone.keycloak.start();
        alone.keycloak.awaitReady();
        return alone;
    }

    public String address() {
        return "http://127.0.0.1:" + ports.keycloak();
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
