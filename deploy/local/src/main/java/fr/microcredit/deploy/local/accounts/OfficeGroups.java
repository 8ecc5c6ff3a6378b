package fr.microcredit.deploy.local.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An office as Keycloak has it: a group that bears its identifier, and below it a group for each role. Who is in one has the
 * office and the role from it, and nobody types either. The office's managers may take on and let go in the groups of those
 * they direct and in no other (ADR 43).
 */
final class OfficeGroups {
    /** Whom a manager takes on and lets go: no other manager, and not who presides over the commission. */
    static final Set<String> DIRECTED = new TreeSet<>(Set.of("office-agent", "commission-secretary"));
    private static final String NAME = "name";
    private static final String PATH = "path";

    private final KeycloakAdmin keycloak;

    OfficeGroups(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    static String path(String office, String role) {
        return "/" + office + "/" + role;
    }

    /** Makes what is missing of an office. */
    void ensure(String office) throws InterruptedException {
        String top = top(office);
        for (String role : Order.ROLES_OF_OFFICES) {
            giveRole(child(top, role), role);
        }
    }

    String managers(String office) throws InterruptedException {
        return child(top(office), Order.MANAGER);
    }

    List<String> directed(String office) throws InterruptedException {
        List<String> groups = new ArrayList<>();
        for (String role : DIRECTED) {
            groups.add(child(top(office), role));
        }
        return groups;
    }

    /** @return false where the account is in it already */
    boolean join(String user, String office, String role) throws InterruptedException {
        if (KeycloakAdmin.named(groups(user), PATH, path(office, role)).isPresent()) {
            return false;
        }
        keycloak.put("/users/" + user + "/groups/" + child(top(office), role), Map.of());
        return true;
    }

    /** Whether an account is of that office and of no other. */
    boolean isOf(String user, String office) throws InterruptedException {
        JsonNode groups = groups(user);
        return !groups.isEmpty() && groups.valueStream()
                .allMatch(group -> group.path(PATH).asText().startsWith("/" + office + "/"));
    }

    private JsonNode groups(String user) throws InterruptedException {
        return keycloak.get("/users/" + user + "/groups");
    }

    private String top(String office) throws InterruptedException {
        String search = "/groups?exact=true&search=" + KeycloakAdmin.encoded(office);
        Optional<JsonNode> known = KeycloakAdmin.named(keycloak.get(search), NAME, office);
        if (known.isEmpty()) {
            keycloak.post("/groups", Map.of(NAME, office, "attributes", Map.of(Order.OFFICE, List.of(office))));
            known = KeycloakAdmin.named(keycloak.get(search), NAME, office);
        }
        return known.orElseThrow(() -> new NotDoneException("Keycloak made no group " + office)).path("id").asText();
    }

    private String child(String top, String role) throws InterruptedException {
        String children = "/groups/" + top + "/children";
        Optional<JsonNode> known = KeycloakAdmin.named(keycloak.get(children), NAME, role);
        if (known.isEmpty()) {
            keycloak.post(children, Map.of(NAME, role));
            known = KeycloakAdmin.named(keycloak.get(children), NAME, role);
        }
        return known.orElseThrow(() -> new NotDoneException("Keycloak made no group " + role)).path("id").asText();
    }

    private void giveRole(String group, String role) throws InterruptedException {
        String roles = "/groups/" + group + "/role-mappings/realm";
        if (KeycloakAdmin.named(keycloak.get(roles), NAME, role).isEmpty()) {
            JsonNode found = KeycloakAdmin.named(keycloak.get(roles + "/available"), NAME, role)
                    .orElseThrow(() -> new NotDoneException("The realm has no role " + role));
            keycloak.post(roles, List.of(found));
        }
    }
}
