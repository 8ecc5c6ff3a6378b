package fr.microcredit.deploy.local.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Keycloak's fine-grained permissions by which an office's managers make and end accounts: on the groups of those they direct.
 * Keycloak lets only the realm's administrator write permissions, so that is whose act this is.
 */
final class ManagersRights {
    /** On a group: see it, see, make and end its members, and put them there. */
    private static final List<String> ON_GROUPS = List.of("view", "view-members", "manage-members",
            "manage-membership");
    private static final String CLIENT = "admin-permissions";
    private static final String NAME = "name";

    private final KeycloakAdmin keycloak;

    ManagersRights(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes what is missing; the office's groups too. */
    void ensure(String office) throws InterruptedException {
        OfficeGroups groups = new OfficeGroups(keycloak);
        groups.ensure(office);
        String server = server();
        String policy = ensure(server, "/policy/group", "managers of " + office,
                Map.of("groups", List.of(Map.of("id", groups.managers(office), "extendChildren", false))));
        ensure(server, "/permission/scope", "persons of " + office, Map.of("resourceType", "Groups", "resources",
                groups.directed(office), "scopes", ON_GROUPS, "policies", List.of(policy)));
    }

    private String server() throws InterruptedException {
        JsonNode client = KeycloakAdmin.named(keycloak.get("/clients?clientId=" + CLIENT), "clientId", CLIENT)
                .orElseThrow(() -> new NotDoneException("The realm has no client " + CLIENT));
        return "/clients/" + client.path("id").asText() + "/authz/resource-server";
    }

    /** @return its identifier */
    private String ensure(String server, String kind, String name, Map<String, Object> content)
            throws InterruptedException {
        Optional<JsonNode> known = find(server, kind, name);
        if (known.isEmpty()) {
            Map<String, Object> made = new HashMap<>(content);
            made.put(NAME, name);
            keycloak.post(server + kind, made);
            known = find(server, kind, name);
        }
        return known.orElseThrow(() -> new NotDoneException("Keycloak made no " + name)).path("id").asText();
    }

    private Optional<JsonNode> find(String server, String kind, String name) throws InterruptedException {
        return KeycloakAdmin.named(keycloak.get(server + kind + "?name=" + KeycloakAdmin.encoded(name)), NAME, name);
    }
}
