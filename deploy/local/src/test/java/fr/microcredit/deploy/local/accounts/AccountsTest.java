package fr.microcredit.deploy.local.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.deploy.local.platform.KeycloakAlone;

/** The command against a real Keycloak with the realm of every deployment. */
@ExtendWith(OneKeycloak.class)
class AccountsTest {
    private static final String FRONT_END = OneKeycloak.FRONT_END;
    private static final String OWN = "a-password-of-ones-own";
    private static final int TOKEN_SECONDS_MAX = 300;

    private static KeycloakAlone keycloak;
    private static Realm realm;

    @BeforeAll
    static void find(KeycloakAlone running) {
        keycloak = running;
        realm = new Realm(running.address());
    }

    @Test
    void anOfficesFirstManagerChoosesAPasswordAndIsManagerOfThisOfficeOnly() throws Exception {
        Called made = call("office", "ccas-nevers", "responsable.nevers");
        assertEquals(0, made.exit(), made.told());
        String first = made.shown("First password of responsable.nevers");
        assertEquals(400, realm.withPassword("responsable.nevers", first).statusCode(),
                "with the first password nothing but the choice of another one");
        JsonNode claims = Realm.claims(new SignIn(realm, FRONT_END).first("responsable.nevers", first, OWN));
        assertEquals(Set.of("office-manager"), Realm.roles(claims));
        assertEquals("ccas-nevers", claims.path("office_id").asText());
        assertTrue(claims.path("bank_id").isMissingNode());
        assertTrue(Realm.audiences(claims).contains("microcredit"), claims.toString());
        assertTrue(claims.path("exp").asLong() - claims.path("iat").asLong() <= TOKEN_SECONDS_MAX, claims.toString());

        String before = realm.account(keycloak.secret("keycloak.admin"), "responsable.nevers");
        Called again = call("office", "ccas-nevers", "responsable.nevers");
        assertEquals(0, again.exit());
        assertTrue(again.told().contains("nothing changed") && !again.told().contains("password"), again.told());
        assertEquals(before, realm.account(keycloak.secret("keycloak.admin"), "responsable.nevers"));
        assertEquals(200, realm.withPassword("responsable.nevers", OWN).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"office-agent", "commission-secretary", "commission-president"})
    void aPersonOfAnOfficeWithAGivenFirstPassword(String role) throws Exception {
        String name = role + ".limoges";
        Called made = Called.set(environment(), "ACCOUNT_PASSWORD", "given-by-the-office", "agent", "ccas-limoges",
                name,
                role);
        assertEquals(0, made.exit(), made.told());
        assertFalse(made.told().contains("given-by-the-office"), "what was given is not shown");
        JsonNode claims = Realm.claims(new SignIn(realm, FRONT_END).first(name, "given-by-the-office", OWN));
        assertEquals(Set.of(role), Realm.roles(claims));
        assertEquals("ccas-limoges", claims.path("office_id").asText());
    }

    @Test
    void aLeaverIsOutAtOnce() throws Exception {
        String first = call("agent", "ccas-nevers", "agent.nevers", "office-agent").shown("First password");
        HttpResponse<String> tokens = new SignIn(realm, FRONT_END).first("agent.nevers", first, OWN);
        Map<String, String> refresh = Map.of("grant_type", "refresh_token", "client_id", "office-desk",
                "refresh_token", Realm.field(tokens, "refresh_token"));
        assertEquals(200, realm.token(refresh).statusCode(), "as long as she is here");
        assertEquals(200, realm.withPassword("agent.nevers", OWN).statusCode());

        Called ended = call("end", "agent.nevers");
        assertEquals(0, ended.exit(), ended.told());
        assertEquals(400, realm.token(refresh).statusCode(), "no session goes on");
        HttpResponse<String> anew = realm.withPassword("agent.nevers", OWN);
        assertNotEquals(200, anew.statusCode());
        assertTrue(anew.body().contains("disabled"), anew.body());

        String before = realm.account(keycloak.secret("keycloak.admin"), "agent.nevers");
        assertTrue(before.contains("ccas-nevers"), "what she was stays known: " + before);
        assertTrue(before.endsWith("sessions []"), "every session is closed: " + before);
        Called again = call("end", "agent.nevers");
        assertEquals(0, again.exit());
        assertTrue(again.told().contains("nothing changed"), again.told());
        assertEquals(before, realm.account(keycloak.secret("keycloak.admin"), "agent.nevers"));
        Called back = call("agent", "ccas-nevers", "agent.nevers", "office-agent");
        assertEquals(1, back.exit());
        assertTrue(back.told().contains("was ended"), back.told());
    }

    /** A first call was cut off when the office had no more than its name. */
    @Test
    void whatWasLeftHalfMadeIsCompleted() throws Exception {
        String token = Realm.field(realm.asSystem("account-keeper", keycloak.secret("keycloak.account-keeper")),
                "access_token");
        assertEquals(201, realm.admin(token, "POST", "/groups",
                "{\"name\": \"ccas-sens\", \"attributes\": {\"office_id\": [\"ccas-sens\"]}}").statusCode());
        String first = call("agent", "ccas-sens", "agent.sens", "office-agent").shown("First password");
        JsonNode claims = Realm.claims(new SignIn(realm, FRONT_END).first("agent.sens", first, OWN));
        assertEquals(Set.of("office-agent"), Realm.roles(claims));
        assertEquals("ccas-sens", claims.path("office_id").asText());
    }

    @Test
    void anotherRoleIsGivenBesidesAndAnAccountChangesItsOfficeNever() throws Exception {
        String first = call("agent", "ccas-auxerre", "agent.auxerre", "office-agent").shown("First password");
        assertEquals(0, call("agent", "ccas-auxerre", "agent.auxerre", "commission-secretary").exit());
        JsonNode claims = Realm.claims(new SignIn(realm, FRONT_END).first("agent.auxerre", first, OWN));
        assertEquals(Set.of("office-agent", "commission-secretary"), Realm.roles(claims));
        for (List<String> elsewhere : List.of(List.of("office", "ccas-nevers", "agent.auxerre"),
                List.of("bank", "cm-dijon", "agent.auxerre"))) {
            Called refused = call(elsewhere.toArray(String[]::new));
            assertEquals(1, refused.exit());
            assertTrue(refused.told().contains("take another name"), refused.told());
        }
        Called nobody = call("end", "nobody.auxerre");
        assertEquals(1, nobody.exit());
        assertTrue(nobody.told().contains("There is no account nobody.auxerre"), nobody.told());
    }

    /** What the command works with can do what it does and little more; and without its secret nothing. */
    @Test
    void theKeeperHasTwoRightsAndGivesItselfNoOther() throws Exception {
        HttpResponse<String> answer = realm.asSystem("account-keeper", keycloak.secret("keycloak.account-keeper"));
        JsonNode claims = Realm.claims(answer);
        Set<String> rights = new TreeSet<>();
        claims.at("/resource_access/realm-management/roles").forEach(role -> rights.add(role.asText()));
        assertEquals(Set.of("manage-users", "manage-clients"), rights);
        assertEquals(Set.of("realm-management"), Realm.audiences(claims), "no service takes it");
        String token = Realm.field(answer, "access_token");
        assertEquals(403, realm.admin(token, "PUT", "", "{\"accessTokenLifespan\": 36000}").statusCode());
        assertEquals(403, realm.admin(token, "POST", "/roles", "{\"name\": \"more\"}").statusCode());
        assertEquals(403, realm.admin(token, "GET", "/events", "").statusCode());
        assertEquals(403, realm.makeAdministrator(token));
        assertEquals(403, realm.permitEverything(token), "it writes no permission for itself");

        Called wrong = Called.set(environment(), "ACCOUNT_KEEPER_SECRET", "another-secret", "end", "agent.ccas-dijon");
        assertEquals(1, wrong.exit());
        assertTrue(wrong.told().contains("does not take this secret"), wrong.told());
    }

    private static Map<String, String> environment() throws Exception {
        return Map.of("KEYCLOAK_URL", keycloak.address(), "ACCOUNT_KEEPER_SECRET",
                keycloak.secret("keycloak.account-keeper"));
    }

    private static Called call(String... words) throws Exception {
        return Called.with(environment(), words);
    }
}
