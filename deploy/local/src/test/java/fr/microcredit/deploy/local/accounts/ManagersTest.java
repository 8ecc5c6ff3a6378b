package fr.microcredit.deploy.local.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.deploy.local.platform.KeycloakAlone;

/** What an office's manager can do at Keycloak's own API: take on and let go whom she directs, and nothing beside it. */
@ExtendWith(OneKeycloak.class)
class ManagersTest {
    private static final String OWN = "a-password-of-ones-own";
    private static final String FIRST = "a-first-password";
    private static final String OFFICE = "ccas-sete";
    private static final String OTHER = "ccas-agde";
    private static final int FORBIDDEN = 403;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static KeycloakAlone keycloak;
    private static Realm realm;
    private static String manager;
    private static String root;

    @BeforeAll
    static void twoOffices(KeycloakAlone running) throws Exception {
        keycloak = running;
        realm = new Realm(running.address());
        Called opened = Called.with(Map.of("KEYCLOAK_URL", running.address(), "KEYCLOAK_ADMIN_PASSWORD",
                running.secret("keycloak.admin")), "managers", OFFICE);
        assertEquals(0, opened.exit(), opened.told());
        manager = Realm.field(signedIn("office", OFFICE, "responsable.sete"), "access_token");
        signedIn("agent", OFFICE, "agent.sete", "office-agent");
        signedIn("agent", OFFICE, "presidente.sete", "commission-president");
        signedIn("office", OTHER, "responsable.agde");
        signedIn("agent", OTHER, "agent.agde", "office-agent");
        root = realm.master(keycloak.secret("keycloak.admin"));
    }

    @ParameterizedTest
    @CsvSource({"office-agent, nouvelle.agent", "commission-secretary, nouvelle.secretaire"})
    void aManagerTakesOnWhomSheDirects(String role, String name) throws Exception {
        assertEquals(201, takeOn(name, role, "").statusCode());
        assertEquals(400, realm.withPassword(name, FIRST).statusCode(), "a password of one's own comes first");
        JsonNode claims = Realm.claims(new SignIn(realm, OneKeycloak.FRONT_END).first(name, FIRST, OWN));
        assertEquals(Set.of(role), Realm.roles(claims));
        assertEquals(OFFICE, claims.path("office_id").asText());
        assertTrue(call("GET", "/groups/" + group(OFFICE, role) + "/members", "").body().contains(name));
    }

    @Test
    void whomAManagerLetsGoIsOut() throws Exception {
        assertEquals(201, takeOn("sortante.sete", "office-agent", "").statusCode());
        HttpResponse<String> tokens = new SignIn(realm, OneKeycloak.FRONT_END).first("sortante.sete", FIRST, OWN);
        Map<String, String> refresh = Map.of("grant_type", "refresh_token", "client_id", "office-desk",
                "refresh_token", Realm.field(tokens, "refresh_token"));
        assertEquals(200, realm.token(refresh).statusCode());
        String id = id("sortante.sete");
        assertEquals(204, call("PUT", "/users/" + id, "{\"enabled\": false}").statusCode());
        assertEquals(400, realm.token(refresh).statusCode(), "no session goes on");
        assertNotEquals(200, realm.withPassword("sortante.sete", OWN).statusCode());
        assertEquals(204, call("POST", "/users/" + id + "/logout", "").statusCode());
        assertTrue(realm.account(keycloak.secret("keycloak.admin"), "sortante.sete").endsWith("sessions []"));
    }

    /** Office and role are the group's, whatever is typed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"typed.one|\"attributes\": {\"office_id\": [\"ccas-agde\"]}",
            "typed.two|\"attributes\": {\"bank_id\": [\"cm-dijon\"]}", "typed.three|\"realmRoles\": [\"fund-manager\"]",
            "typed.four|\"clientRoles\": {\"realm-management\": [\"realm-admin\"]}"})
    void whatAManagerTypesMakesNoOtherOfficeAndNoOtherRole(String name, String typed) throws Exception {
        HttpResponse<String> made = takeOn(name, "office-agent", ", " + typed);
        if (made.statusCode() != 201) {
            assertEquals(400, made.statusCode(), made.body());
            return;
        }
        JsonNode claims = Realm.claims(new SignIn(realm, OneKeycloak.FRONT_END).first(name, FIRST, OWN));
        assertEquals(OFFICE, claims.path("office_id").asText());
        assertEquals(Set.of("office-agent"), Realm.roles(claims));
        assertTrue(claims.at("/resource_access/realm-management").isMissingNode(), claims.toString());
        assertNotEquals(FORBIDDEN, call("PUT", "/users/" + id(name),
                "{\"username\": \"" + name + "\", \"attributes\": {\"office_id\": [\"ccas-agde\"]}}").statusCode());
        assertEquals(OFFICE, Realm.claims(realm.withPassword(name, OWN)).path("office_id").asText());
    }

    @ParameterizedTest
    @CsvSource({"ccas-sete/office-manager", "ccas-sete/commission-president", "ccas-sete", "ccas-agde/office-agent",
            "ccas-agde/office-manager"})
    void nobodyIsTakenOnElsewhereOrAbove(String group) throws Exception {
        assertEquals(FORBIDDEN, make("elsewhere.sete", "[\"/" + group + "\"]", "").statusCode());
        assertEquals(FORBIDDEN,
                make("elsewhere.sete", "[\"/ccas-sete/office-agent\", \"/" + group + "\"]", "").statusCode());
        String member = id("agent.sete");
        assertEquals(FORBIDDEN,
                call("PUT", "/users/" + member + "/groups/" + groupAt(group), "{}").statusCode(), "nor moved there");
        assertEquals(FORBIDDEN, call("PUT", "/groups/" + groupAt(group),
                "{\"name\": \"x\", \"attributes\": {\"office_id\": [\"ccas-agde\"]}}").statusCode());
    }

    @Test
    void nobodyIsTakenOnWithoutAnOffice() throws Exception {
        assertEquals(FORBIDDEN, make("nowhere.sete", "[]", "").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"agent.agde", "responsable.agde", "presidente.sete", "responsable.sete", "fonds.region"})
    void whomSheDoesNotDirectSheNeitherSeesNorEnds(String name) throws Exception {
        String user = "/users/" + id(name);
        assertEquals(FORBIDDEN, call("GET", user, "").statusCode());
        assertEquals(FORBIDDEN, call("PUT", user, "{\"enabled\": false}").statusCode());
        assertEquals(FORBIDDEN, call("POST", user + "/logout", "").statusCode());
        assertEquals(FORBIDDEN, call("DELETE", user, "").statusCode());
        assertEquals(FORBIDDEN, call("PUT", user + "/groups/" + group(OFFICE, "office-agent"), "{}").statusCode());
    }

    @Test
    void sheGivesNoRoleAndSignsInAsNobodyElse() throws Exception {
        String user = "/users/" + id("agent.sete");
        for (String role : Set.of("office-manager", "fund-manager", "operator")) {
            String found = realm.admin(root, "GET", "/roles/" + role, "").body();
            assertEquals(FORBIDDEN, call("POST", user + "/role-mappings/realm", "[" + found + "]").statusCode());
            assertEquals(FORBIDDEN, call("POST", "/groups/" + group(OFFICE, "office-agent") + "/role-mappings/realm",
                    "[" + found + "]").statusCode());
        }
        assertEquals(FORBIDDEN, call("POST", user + "/impersonation", "").statusCode());
    }

    /** She may set the password of whom she directs, and it is seen who did. */
    @Test
    void aPasswordThatSheSetsIsWrittenDownAsHerAct() throws Exception {
        assertEquals(201, takeOn("oublieuse.sete", "office-agent", "").statusCode());
        String path = "users/" + id("oublieuse.sete") + "/reset-password";
        assertEquals(204, call("PUT", "/" + path,
                "{\"type\": \"password\", \"value\": \"of-the-manager-1\", \"temporary\": true}").statusCode());
        JsonNode events = JSON.readTree(realm.admin(root, "GET", "/admin-events?resourcePath=" + path, "").body());
        assertEquals(1, events.size(), events.toString());
        assertEquals(id("responsable.sete"), events.at("/0/authDetails/userId").asText());
        assertFalse(events.toString().contains("of-the-manager-1"));
    }

    /** Without a permission to set passwords she could all the same, among a member's other data: it is seen who did. */
    @Test
    void aPasswordAmongAMembersDataIsWrittenDownAsHerActWithoutThePassword() throws Exception {
        assertEquals(201, takeOn("distraite.sete", "office-agent", "").statusCode());
        String path = "users/" + id("distraite.sete");
        assertEquals(204,
                call("PUT", "/" + path, """
                                        {"username": "distraite.sete", "credentials": [
                                          {"type": "password", "value": "of-the-manager-2"}]}""").statusCode());
        assertTrue(writtenDown(path, "UPDATE").contains(id("responsable.sete")));
        assertFalse(writtenDown(path, "UPDATE").contains("of-the-manager-2"));
    }

    /** Disabling and deleting are one permission to Keycloak; who has deleted is seen. */
    @Test
    void whomSheDeletesIsWrittenDownAsHerAct() throws Exception {
        assertEquals(201, takeOn("effacee.sete", "office-agent", "").statusCode());
        String path = "users/" + id("effacee.sete");
        assertEquals(204, call("DELETE", "/" + path, "").statusCode());
        assertTrue(writtenDown(path, "DELETE").contains(id("responsable.sete")));
    }

    private static String writtenDown(String path, String operation) throws Exception {
        JsonNode events = JSON.readTree(realm.admin(root, "GET",
                "/admin-events?resourcePath=" + path + "&operationTypes=" + operation, "").body());
        assertEquals(1, events.size(), events.toString());
        return events.toString();
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "GET,/users", "GET,/groups", "GET,/clients", "GET,/roles", "GET,/events",
            "GET,/users?username=agent.agde"})
    void theRestOfTheRealmIsClosed(String method, String path) throws Exception {
        assertEquals(FORBIDDEN, call(method, path, "").statusCode());
        assertEquals(FORBIDDEN,
                call("GET", "/groups/" + group(OTHER, "office-agent") + "/members", "").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"agent.sete", "presidente.sete", "responsable.agde"})
    void othersHaveNoneOfIt(String name) throws Exception {
        String token = Realm.field(realm.withPassword(name, OWN), "access_token");
        assertEquals(FORBIDDEN, realm.admin(token, "POST", "/users",
                "{\"username\": \"not.made\", \"groups\": [\"/ccas-sete/office-agent\"]}").statusCode());
        assertEquals(FORBIDDEN, realm.admin(token, "PUT", "/users/" + id("agent.sete"), "{\"enabled\": false}")
                .statusCode());
    }

    /** What stands in the group that her front end asks for. */
    @Test
    void sheFindsTheGroupsOfThoseSheDirects() throws Exception {
        Set<Integer> found = new TreeSet<>();
        for (String role : OfficeGroups.DIRECTED) {
            found.add(call("GET", "/group-by-path/" + OFFICE + "/" + role, "").statusCode());
        }
        assertEquals(Set.of(200), found);
        assertEquals(FORBIDDEN, call("GET", "/group-by-path/" + OTHER + "/office-agent", "").statusCode());
    }

    private static HttpResponse<String> signedIn(String... words) throws Exception {
        Called made = Called.with(Map.of("KEYCLOAK_URL", keycloak.address(), "ACCOUNT_KEEPER_SECRET",
                keycloak.secret("keycloak.account-keeper"), "ACCOUNT_PASSWORD", FIRST), words);
        assertEquals(0, made.exit(), made.told());
        return new SignIn(realm, OneKeycloak.FRONT_END).first(words[2], FIRST, OWN);
    }

    private static HttpResponse<String> takeOn(String name, String role, String more) throws Exception {
        return make(name, "[\"/" + OFFICE + "/" + role + "\"]", more);
    }

    private static HttpResponse<String> make(String name, String groups, String more) throws Exception {
        return call("POST", "/users", """
                                      {"username": "%s", "enabled": true, "groups": %s,
                                       "requiredActions": ["UPDATE_PASSWORD"], "credentials": [
                                         {"type": "password", "value": "%s", "temporary": true}]%s}"""
                .formatted(name, groups, FIRST, more));
    }

    private static HttpResponse<String> call(String method, String path, String body) throws Exception {
        return realm.admin(manager, method, path, body);
    }

    private static String id(String name) throws Exception {
        return JSON.readTree(realm.admin(root, "GET", "/users?exact=true&username=" + name, "").body()).path(0)
                .path("id").asText();
    }

    private static String group(String office, String role) throws Exception {
        return groupAt(office + "/" + role);
    }

    private static String groupAt(String path) throws Exception {
        return JSON.readTree(realm.admin(root, "GET", "/group-by-path/" + path, "").body()).path("id").asText();
    }
}
