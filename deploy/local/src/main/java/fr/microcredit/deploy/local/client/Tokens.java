package fr.microcredit.deploy.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.backing.Await;
import fr.microcredit.deploy.local.key.ClientKey;
import fr.microcredit.deploy.local.key.ClientKeys;

/** Real tokens from Keycloak for the demonstration's persons and bank systems, kept until they are nearly expired. */
public final class Tokens implements Api.Credentials {
    private static final String PASSWORD = "demonstration";
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration ASK_LIMIT = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofSeconds(45);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String realm;
    private final ClientKeys keys;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {
        boolean isFresh() {
            return Instant.now().isBefore(until);
        }
    }

    /** @param keys of the banks' systems */
    public Tokens(int keycloakPort, ClientKeys keys) {
        this.realm = "http://127.0.0.1:" + keycloakPort + "/realms/microcredit";
        this.keys = keys;
    }

    /** @param who a person such as {@code agent.ccas-dijon}, or a bank's system such as {@code bank-cm-dijon} */
    @Override
    public String of(String who) {
        return tokens.compute(who, (name, known) -> known != null && known.isFresh() ? known : fetch(name)).value();
    }

    private Token fetch(String who) {
        Token[] found = new Token[1];
        Await.until(LIMIT, () -> "Keycloak gives " + who + " a token", () -> {
            found[0] = ask(form(who));
            return true;
        });
        return found[0];
    }

    /** An assertion is for one use: each attempt has its own. */
    private Map<String, String> form(String who) throws IOException {
        if (!who.startsWith("bank-")) {
            return Map.of("grant_type", "password", "client_id", "demonstration", "username", who, "password",
                    PASSWORD);
        }
        return Map.of("grant_type", "client_credentials", "client_assertion_type", ClientKey.ASSERTION_TYPE,
                "client_assertion", keys.of(who).sign(
                        ClientKey.Assertion.of(who, realm, UUID.randomUUID().toString(), Instant.now())));
    }

    private Token ask(Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream().map(
                field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = http
                .send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token")).timeout(ASK_LIMIT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak answers " + answer.statusCode());
        }
        JsonNode json = JSON.readTree(answer.body());
        Instant until = Instant.now().plusSeconds(json.path("expires_in").asLong()).minus(MARGIN);
        return new Token(json.path("access_token").asText(), until);
    }
}
