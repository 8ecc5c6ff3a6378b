package fr.microcredit.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The realm that Keycloak imports when it does not exist yet.
 *
 * @param files     the first is the realm of every deployment, the others add clients, groups and users to it
 * @param frontEnds origins whose pages may sign people in, through the clients that a person signs in at
 * @param secrets   of clients of this installation, by client; no file has them
 * @param keySets   public keys (JSON, RFC 7517) of clients of this installation that sign in with their own, by client
 */
public record KeycloakRealm(List<Path> files, List<String> frontEnds, Map<String, String> secrets,
        Map<String, String> keySets) {
    /** It has the secrets of this installation's clients. */
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final ObjectMapper JSON = new ObjectMapper();

    void writeTo(Path file) throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(files.get(0).toFile());
        for (Path addition : files.subList(1, files.size())) {
            JsonNode added = JSON.readTree(addition.toFile());
            for (String list : List.of("clients", "groups", "users")) {
                added.path(list).forEach(realm.withArray(list)::add);
            }
        }
        realm.path("clients").forEach(client -> complete((ObjectNode) client));
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        Files.setPosixFilePermissions(file, OWNER_ONLY);
        JSON.writeValue(file.toFile(), realm);
    }

    /** A client's web origins are those of its redirect addresses ({@code +}), so that a page may also ask for its token. */
    private void complete(ObjectNode client) {
        if (client.path("standardFlowEnabled").asBoolean()) {
            frontEnds.forEach(origin -> client.withArray("redirectUris").add(origin + "/*"));
        }
        String secret = secrets.get(client.path("clientId").asText());
        if (secret != null) {
            client.put("secret", secret);
        }
        String keys = keySets.get(client.path("clientId").asText());
        if (keys != null) {
            client.withObject("/attributes").put("use.jwks.string", "true").put("jwks.string", keys);
        }
    }
}
