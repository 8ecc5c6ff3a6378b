package fr.microcredit.deploy.local.accounts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keycloak's Admin REST API of the realm, as the client {@code account-keeper} or an administrator may use it. */
final class KeycloakAdmin {
    private static final String REALM = "/realms/microcredit";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final SignIn signIn;
    private String token;

    /**
     * Who calls.
     *
     * @param name  told where Keycloak refuses
     * @param realm of that account
     * @param form  of the token request
     */
    private record SignIn(String name, String realm, String form) {
    }

    private KeycloakAdmin(URI keycloak, SignIn signIn) {
        this.keycloak = keycloak;
        this.signIn = signIn;
    }

    /** With its two rights. */
    static KeycloakAdmin asKeeper(URI keycloak, String secret) {
        return new KeycloakAdmin(keycloak, new SignIn("account-keeper", REALM,
                "grant_type=client_credentials&client_id=account-keeper&client_secret=" + encoded(secret)));
    }

    /** With all rights; for what the keeper may not. */
    static KeycloakAdmin asAdministrator(URI keycloak, String username, String password) {
        return new KeycloakAdmin(keycloak, new SignIn(username, "/realms/master",
                "grant_type=password&client_id=admin-cli&username=" + encoded(username) + "&password="
                        + encoded(password)));
    }

    /** @param path below the realm, such as {@code /users} */
    JsonNode get(String path) throws InterruptedException {
        return read(expect(send(request(path).GET()), 200));
    }

    /** One made or changed; what is made twice is told as not done. */
    void post(String path, Object body) throws InterruptedException {
        expect(send(request(path).POST(BodyPublishers.ofString(write(body)))), CREATED, NO_CONTENT);
    }

    void put(String path, Object body) throws InterruptedException {
        expect(send(request(path).PUT(BodyPublishers.ofString(write(body)))), NO_CONTENT);
    }

    /** The one of a list whose field has exactly that value. */
    static Optional<JsonNode> named(JsonNode list, String field, String name) {
        for (JsonNode each : list) {
            if (each.path(field).asText().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) throws InterruptedException {
        if (token == null) {
            token = signIn();
        }
        return HttpRequest.newBuilder(URI.create(keycloak + "/admin" + REALM + path)).timeout(LIMIT)
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
    }

    /** It lives a minute; an order takes seconds. */
    private String signIn() throws InterruptedException {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create(keycloak + signIn.realm() + "/protocol/openid-connect/token"))
                        .timeout(LIMIT).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(signIn.form())));
        if (answer.statusCode() == UNAUTHORIZED) {
            throw new NotDoneException("Keycloak does not take this secret of " + signIn.name());
        }
        return read(expect(answer, 200)).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NotDoneException("Keycloak does not answer at " + keycloak + ": " + e.getClass().getSimpleName());
        }
    }

    private String expect(HttpResponse<String> answer, int... statuses) {
        for (int status : statuses) {
            if (answer.statusCode() == status) {
                return answer.body();
            }
        }
        if (answer.statusCode() == FORBIDDEN) {
            throw new NotDoneException(
                    signIn.name() + " may not do this (" + answer.uri().getPath() + "): account-keeper"
                            + " needs manage-users and manage-clients, for managers it takes an administrator");
        }
        throw new NotDoneException("Keycloak answered " + answer.statusCode() + " at " + answer.uri().getPath() + ": "
                + answer.body());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new NotDoneException("What answers is no Keycloak");
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
