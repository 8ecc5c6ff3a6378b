package fr.microcredit.deploy.local.accounts;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Carries out an order. What an earlier call has made stays as it is, what it has left half-made is completed, and an account
 * never changes its office or bank.
 */
final class AccountKeeper {
    private static final int SECRET_BYTES = 24;
    private static final String ALREADY = " already: nothing changed";
    private static final String USERS = "/users/";
    private static final String CHANGE_PASSWORD = "UPDATE_PASSWORD";

    private final KeycloakAdmin keycloak;
    private final OfficeGroups offices;
    private final Optional<String> password;
    private final SecureRandom random = new SecureRandom();

    /** @param password first one of a new account; made up where empty */
    AccountKeeper(KeycloakAdmin keycloak, Optional<String> password) {
        this.keycloak = keycloak;
        this.offices = new OfficeGroups(keycloak);
        this.password = password;
    }

    /** @param say takes what was done, a line at a time; passwords are told here once and nowhere else */
    void carryOut(Order order, Consumer<String> say) throws InterruptedException {
        if (order instanceof Order.Person person) {
            person(person, say);
        } else if (order instanceof Order.BankSystem bank) {
            system(bank, say);
            if (bank.person().isPresent()) {
                person(bank.person().get(), say);
            }
        } else if (order instanceof Order.NewKey key) {
            changeKey(key, say);
        } else if (order instanceof Order.End end) {
            end(end, say);
        }
    }

    private void person(Order.Person who, Consumer<String> say) throws InterruptedException {
        if (who.isOfOffice()) {
            offices.ensure(who.tenant());
        }
        Optional<JsonNode> known = user(who.username());
        if (known.isPresent()) {
            requireUsable(known.get(), who);
        } else {
            create(who, say);
        }
        JsonNode account = known.isPresent() ? known.get() : user(who.username()).orElseThrow();
        String id = account.path("id").asText();
        boolean given = who.isOfOffice() ? offices.join(id, who.tenant(), who.role()) : giveRole(id, who.role());
        boolean changed = given || known.isEmpty();
        say.accept(who.username() + " is " + who.role() + " of " + who.tenant() + (changed ? "" : ALREADY));
    }

    private void requireUsable(JsonNode account, Order.Person who) throws InterruptedException {
        if (!account.path("enabled").asBoolean()) {
            throw new NotDoneException(who.username() + " was ended; an account that was ended stays so");
        }
        boolean isOfIt = who.isOfOffice()
                ? offices.isOf(account.path("id").asText(), who.tenant())
                : account.at("/attributes/" + Order.BANK + "/0").asText().equals(who.tenant());
        if (!isOfIt) {
            throw new NotDoneException(who.username() + " is not of " + who.tenant() + ": take another name");
        }
    }

    private void create(Order.Person who, Consumer<String> say) throws InterruptedException {
        String first = password.orElseGet(this::secret);
        Map<String, Object> account = new HashMap<>(Map.of("username", who.username(), "enabled", true,
                "requiredActions", List.of(CHANGE_PASSWORD), "credentials",
                List.of(Map.of("type", "password", "value", first, "temporary", true))));
        account.putAll(who.isOfOffice()
                ? Map.of("groups", List.of(OfficeGroups.path(who.tenant(), who.role())))
                : Map.of("attributes", Map.of(Order.BANK, List.of(who.tenant()))));
        keycloak.post("/users", account);
        say.accept("First password of " + who.username() + ", to be changed at the first sign-in: "
                + (password.isPresent() ? "the one given" : first));
    }

    /** The tenant stands in the client itself, so that nobody who may edit persons moves a system to another bank. */
    private void system(Order.BankSystem bank, Consumer<String> say) throws InterruptedException {
        Optional<JsonNode> known = client(bank.clientId());
        if (known.isEmpty()) {
            BankKey key = bank.key().orElseThrow(() -> new NotDoneException(
                    "There is no client " + bank.clientId() + " yet: give the bank's public key with --key"));
            keycloak.post("/clients", BankClient.of(bank, key));
            say.accept(bank.clientId() + " may " + String.join(", ", bank.scopes()));
        }
        String id = (known.isPresent() ? known : client(bank.clientId())).orElseThrow().path("id").asText();
        boolean given = giveRole(keycloak.get("/clients/" + id + "/service-account-user").path("id").asText(),
                BankClient.ROLE);
        say.accept(bank.clientId() + " is the system of " + bank.bankId() + (given ? "" : ALREADY));
    }

    /** A client that had a secret has none of use from now on. */
    private void changeKey(Order.NewKey order, Consumer<String> say) throws InterruptedException {
        ObjectNode client = (ObjectNode) client(order.clientId())
                .orElseThrow(() -> new NotDoneException("There is no client " + order.clientId()));
        Map<String, Object> signing = BankClient.signingIn(order.key());
        client.put("clientAuthenticatorType", signing.get("clientAuthenticatorType").toString());
        ((Map<?, ?>) signing.get("attributes")).forEach(
                (name, value) -> client.withObject("/attributes").put(name.toString(), value.toString()));
        client.remove("secret");
        keycloak.put("/clients/" + client.path("id").asText(), client);
        say.accept(order.clientId() + " signs in with the new key from now on, and no longer with what it had");
    }

    /** No new token from now on, with the first step already; a token given before lives five minutes at most. */
    private void end(Order.End order, Consumer<String> say) throws InterruptedException {
        JsonNode account = user(order.username())
                .orElseThrow(() -> new NotDoneException("There is no account " + order.username()));
        String path = USERS + account.path("id").asText();
        boolean wasOpen = account.path("enabled").asBoolean();
        if (wasOpen) {
            keycloak.put(path, ((ObjectNode) account).put("enabled", false));
            keycloak.post(path + "/logout", Map.of());
        }
        say.accept(order.username() + " is ended" + (wasOpen ? "" : ALREADY));
    }

    /** @return false where the account has the role already */
    private boolean giveRole(String user, String role) throws InterruptedException {
        String path = USERS + user + "/role-mappings/realm";
        if (KeycloakAdmin.named(keycloak.get(path), "name", role).isPresent()) {
            return false;
        }
        JsonNode found = KeycloakAdmin.named(keycloak.get(path + "/available"), "name", role)
                .orElseThrow(() -> new NotDoneException("The realm has no role " + role));
        keycloak.post(path, List.of(found));
        return true;
    }

    private Optional<JsonNode> user(String username) throws InterruptedException {
        return KeycloakAdmin.named(keycloak.get("/users?exact=true&briefRepresentation=false&username="
                + KeycloakAdmin.encoded(username)), "username", username);
    }

    private Optional<JsonNode> client(String clientId) throws InterruptedException {
        return KeycloakAdmin.named(keycloak.get("/clients?clientId=" + KeycloakAdmin.encoded(clientId)), "clientId",
                clientId);
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
