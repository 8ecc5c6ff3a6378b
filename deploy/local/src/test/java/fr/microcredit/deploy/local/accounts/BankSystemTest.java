package fr.microcredit.deploy.local.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.deploy.local.client.Tokens;
import fr.microcredit.deploy.local.key.ClientKey;
import fr.microcredit.deploy.local.key.ClientKeys;
import fr.microcredit.deploy.local.platform.KeycloakAlone;

/** A bank's system signs in with its own key at a real Keycloak, and with nothing else. */
@ExtendWith(OneKeycloak.class)
class BankSystemTest {
    private static final String OWN = "a-password-of-ones-own";
    private static final Set<String> ALL_SCOPES = Set.of("files.read", "files.decide", "loans.report");
    private static final long TOKEN_SECONDS = 300;
    private static final ClientKey STRANGER = ClientKeys.fresh();

    private static KeycloakAlone keycloak;
    private static Realm realm;

    @TempDir
    Path folder;

    @BeforeAll
    static void find(KeycloakAlone running) {
        keycloak = running;
        realm = new Realm(running.address());
    }

    @Test
    void aBanksSystemAndItsFirstPerson() throws Exception {
        ClientKey key = ClientKeys.fresh();
        Called made = call("bank", "cm-nevers", "conseiller.nevers", "--key", file(key));
        assertEquals(0, made.exit(), made.told());
        HttpResponse<String> answer = realm.token(signed(key, assertion("bank-cm-nevers")));
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode system = Realm.claims(answer);
        assertEquals(Set.of("bank-client"), Realm.roles(system));
        assertEquals("cm-nevers", system.path("bank_id").asText());
        assertEquals("bank-cm-nevers", system.path("azp").asText());
        assertEquals("Bearer", system.path("typ").asText());
        assertFalse(system.path("sub").asText().isEmpty(), system.toString());
        assertTrue(Realm.audiences(system).contains("microcredit"), system.toString());
        assertEquals(TOKEN_SECONDS, system.path("exp").asLong() - system.path("iat").asLong());
        assertEquals(ALL_SCOPES, scopes(system));
        assertEquals("", Realm.field(answer, "refresh_token"), "a system signs in anew");

        JsonNode person = Realm.claims(new SignIn(realm, OneKeycloak.FRONT_END).first("conseiller.nevers",
                made.shown("First password of conseiller.nevers"), OWN));
        assertEquals(Set.of("bank-agent"), Realm.roles(person));
        assertEquals("cm-nevers", person.path("bank_id").asText());
        assertTrue(scopes(person).containsAll(ALL_SCOPES), person.toString());

        Called again = call("bank", "cm-nevers", "conseiller.nevers", "--key", file(STRANGER));
        assertEquals(0, again.exit());
        assertEquals(2, again.told().lines().filter(line -> line.endsWith("nothing changed")).count(), again.told());
        assertEquals(200, realm.token(signed(key, assertion("bank-cm-nevers"))).statusCode());
        assertRefused(signed(STRANGER, assertion("bank-cm-nevers")));
    }

    @Test
    void fewerScopesThanAll() throws Exception {
        ClientKey key = ClientKeys.fresh();
        assertEquals(0, call("bank", "cm-reads", "--key", file(key), "--scope", "files.read").exit());
        JsonNode claims = Realm.claims(realm.token(signed(key, assertion("bank-cm-reads"))));
        assertEquals(Set.of("files.read"), scopes(claims));
        HttpResponse<String> more = realm.token(with(signed(key, assertion("bank-cm-reads")), "scope", "files.decide"));
        assertEquals(400, more.statusCode(), "what was not given can not be asked for: " + more.body());
    }

    /** An office's person has no scope of banks at the same front end. */
    @Test
    void theScopesOfAFrontEndAreForTheRolesOfBanks() throws Exception {
        JsonNode office = Realm.claims(realm.withPassword("agent.ccas-dijon", "demonstration"));
        assertEquals(Set.of(), retained(scopes(office)));
        JsonNode bank = Realm.claims(realm.withPassword("conseiller.cm-dijon", "demonstration"));
        assertEquals(ALL_SCOPES, retained(scopes(bank)));
        assertEquals("Agent Démonstration", office.path("name").asText(), "for the office's own timeline");
        assertTrue(bank.path("name").isMissingNode(), "who acts for a bank has no name here: " + bank);
        for (JsonNode token : List.of(office, bank)) {
            assertTrue(token.path("preferred_username").isMissingNode() && token.path("email").isMissingNode()
                    && token.path("family_name").isMissingNode(), "nothing more of a person: " + token);
        }
    }

    @Test
    void whatIsNotSignedWithTheKeyGetsNoToken() throws Exception {
        ClientKey key = ClientKeys.fresh();
        assertEquals(0, call("bank", "cm-sure", "--key", file(key)).exit());
        String client = "bank-cm-sure";
        assertRefused(signed(STRANGER, assertion(client)));
        Instant now = Instant.now();
        String realmsName = keycloak.address() + "/realms/microcredit";
        assertRefused(signed(key, new ClientKey.Assertion(client, realmsName, id(), now.minus(Duration.ofHours(1)),
                now.minus(Duration.ofMinutes(30)))));
        assertRefused(signed(key, new ClientKey.Assertion(client, realmsName, id(), now.plus(Duration.ofMinutes(30)),
                now.plus(Duration.ofMinutes(31)))));
        assertRefused(signed(key, ClientKey.Assertion.of(client, "https://elsewhere.example", id(), now)));
        assertRefused(signed(key, ClientKey.Assertion.of("bank-cm-dijon", realmsName, id(), now)));
        assertRefused(Map.of("grant_type", "client_credentials", "client_id", client));
        assertRefused(secret(client, "guessed"));
        String assertion = key.sign(assertion(client));
        assertRefused(form(assertion.substring(0, assertion.lastIndexOf('.') + 1)));
        assertEquals(200, realm.token(signed(key, assertion(client))).statusCode());
    }

    @Test
    void anAssertionIsForOneUse() throws Exception {
        ClientKey key = ClientKeys.fresh();
        assertEquals(0, call("bank", "cm-once", "--key", file(key)).exit());
        ClientKey.Assertion once = assertion("bank-cm-once");
        assertEquals(200, realm.token(signed(key, once)).statusCode());
        assertRefused(signed(key, once));
        assertRefused(signed(key, new ClientKey.Assertion(once.clientId(), once.audience(), once.id(), Instant.now(),
                Instant.now().plusSeconds(30))));
    }

    /** Keycloak makes one up for every client that is not public; nobody is told, and it opens nothing. */
    @Test
    void whatKeycloakKeepsAsASecretOpensNothing() throws Exception {
        Called made = call("bank", "cm-none", "--key", file(ClientKeys.fresh()));
        assertEquals(0, made.exit());
        String secret = realm.secretOf(keycloak.secret("keycloak.account-keeper"), "bank-cm-none");
        assertFalse(secret.isEmpty());
        assertFalse(made.told().contains(secret));
        assertRefused(secret("bank-cm-none", secret));
    }

    @Test
    void anotherKeyTakesTheOldOnesPlace() throws Exception {
        ClientKey old = ClientKeys.fresh();
        ClientKey next = ClientKeys.fresh();
        assertEquals(0, call("bank", "cm-turns", "--key", file(old)).exit());
        assertEquals(200, realm.token(signed(old, assertion("bank-cm-turns"))).statusCode());
        Called changed = call("key", "cm-turns", file(next));
        assertEquals(0, changed.exit(), changed.told());
        JsonNode claims = Realm.claims(realm.token(signed(next, assertion("bank-cm-turns"))));
        assertEquals("cm-turns", claims.path("bank_id").asText());
        assertEquals(ALL_SCOPES, scopes(claims));
        assertRefused(signed(old, assertion("bank-cm-turns")));
        Called nobody = call("key", "cm-nowhere", file(next));
        assertEquals(1, nobody.exit());
        assertTrue(nobody.told().contains("There is no client bank-cm-nowhere"), nobody.told());
    }

    /** A first call was cut off between the client and its role; a client of earlier days had a secret. */
    @Test
    void whatWasLeftHalfMadeIsCompletedAndASecretIsReplacedByAKey() throws Exception {
        String token = Realm.field(realm.asSystem("account-keeper", keycloak.secret("keycloak.account-keeper")),
                "access_token");
        assertEquals(201,
                realm.admin(token, "POST", "/clients",
                        """
                        {"clientId": "bank-cm-sens", "serviceAccountsEnabled": true, "secret": "a-secret-of-a-test"}""")
                        .statusCode());
        assertEquals(0, call("bank", "cm-sens").exit());
        assertEquals(Set.of("bank-client"),
                Realm.roles(Realm.claims(realm.asSystem("bank-cm-sens", "a-secret-of-a-test"))));
        ClientKey key = ClientKeys.fresh();
        assertEquals(0, call("key", "cm-sens", file(key)).exit());
        assertEquals(200, realm.token(signed(key, assertion("bank-cm-sens"))).statusCode());
        assertRefused(secret("bank-cm-sens", "a-secret-of-a-test"));
        Called without = call("bank", "cm-new");
        assertEquals(1, without.exit());
        assertTrue(without.told().contains("--key"), without.told());
    }

    /** As the demonstration and the acceptance tests sign in. */
    @Test
    void theDemonstrationsBanksHaveKeysOfThisInstallation() throws Exception {
        String token = new Tokens(keycloak.port(), keycloak.bankKeys()).of("bank-cm-dijon");
        JsonNode claims = Realm.claimsOf(token);
        assertEquals("cm-dijon", claims.path("bank_id").asText());
        assertEquals(ALL_SCOPES, scopes(claims));
        assertEquals(TOKEN_SECONDS, claims.path("exp").asLong() - claims.path("iat").asLong());
        assertRefused(secret("bank-cm-dijon", "demonstration-cm-dijon"));
    }

    private static void assertRefused(Map<String, String> form) throws Exception {
        HttpResponse<String> answer = realm.token(form);
        assertTrue(answer.statusCode() == 400 || answer.statusCode() == 401, answer.statusCode() + answer.body());
        assertFalse(answer.body().contains("access_token"), answer.body());
        assertTrue(Set.of("invalid_client", "unauthorized_client").contains(Realm.field(answer, "error")),
                answer.body());
    }

    private static ClientKey.Assertion assertion(String client) {
        return ClientKey.Assertion.of(client, keycloak.address() + "/realms/microcredit", id(), Instant.now());
    }

    private static Map<String, String> signed(ClientKey key, ClientKey.Assertion assertion) {
        return form(key.sign(assertion));
    }

    private static Map<String, String> form(String assertion) {
        return Map.of("grant_type", "client_credentials", "client_assertion_type", ClientKey.ASSERTION_TYPE,
                "client_assertion", assertion);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> secret(String client, String secret) {
        return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Set<String> scopes(JsonNode claims) {
        return new TreeSet<>(Set.of(claims.path("scope").asText().split(" ")));
    }

    private static Set<String> retained(Set<String> scopes) {
        scopes.retainAll(ALL_SCOPES);
        return scopes;
    }

    private String file(ClientKey key) throws Exception {
        return Files.writeString(folder.resolve(id() + ".json"), key.publicKeySet()).toString();
    }

    private static Called call(String... words) throws Exception {
        return Called.with(Map.of("KEYCLOAK_URL", keycloak.address(), "ACCOUNT_KEEPER_SECRET",
                keycloak.secret("keycloak.account-keeper")), words);
    }
}
