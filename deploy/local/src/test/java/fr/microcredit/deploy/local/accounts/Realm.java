package fr.microcredit.deploy.local.accounts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The running realm as a test looks at it: tokens as people and systems get them, accounts as its administrator sees them. */
record Realm(String keycloak) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** What every account of a realm has. */
    private static final Set<String> DEFAULT_ROLES = Set.of("default-roles-microcredit", "offline_access",
            "uma_authorization");
    private static final String TOKEN = "/realms/%s/protocol/openid-connect/token";

    /** @param form of the token request, such as {@code grant_type} */
    HttpResponse<String> token(Map<String, String> form) throws IOException, InterruptedException {
        return token("microcredit", form);
    }

    private HttpResponse<String> token(String realm, Map<String, String> form)
            throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(keycloak + TOKEN.formatted(realm)))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form(form)))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> withPassword(String username, String password) throws IOException, InterruptedException {
        return token(Map.of("grant_type", "password", "client_id", "demonstration", "username", username, "password",
                password));
    }

    HttpResponse<String> asSystem(String clientId, String secret) throws IOException, InterruptedException {
        return token(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** What the access token in an answer says. */
    static JsonNode claims(HttpResponse<String> answer) throws IOException {
        return claimsOf(JSON.readTree(answer.body()).path("access_token").asText());
    }

    static JsonNode claimsOf(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    static String field(HttpResponse<String> answer, String name) throws IOException {
        return JSON.readTree(answer.body()).path(name).asText();
    }

    /** A call of the Admin API. */
    HttpResponse<String> admin(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/microcredit" + path))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A token of the administrator of all realms. */
    String master(String adminPassword) throws IOException, InterruptedException {
        return field(token("master", Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin",
                "password", adminPassword)), "access_token");
    }

    /** An account with its roles, credentials and sessions, as the administrator of all realms sees it. */
    String account(String adminPassword, String username) throws IOException, InterruptedException {
        String token = master(adminPassword);
        HttpResponse<String> user = admin(token, "GET", "/users?exact=true&username=" + username, "");
        StringBuilder seen = new StringBuilder(user.body());
        for (String part : List.of("groups", "role-mappings", "credentials", "sessions")) {
            seen.append('\n').append(part).append(' ')
                    .append(admin(token, "GET", "/users/" + id(user) + "/" + part, "").body());
        }
        return seen.toString();
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The platform's roles among those of a token. */
    static Set<String> roles(JsonNode claims) {
        Set<String> roles = new TreeSet<>();
        claims.at("/realm_access/roles").forEach(role -> roles.add(role.asText()));
        roles.removeAll(DEFAULT_ROLES);
        return roles;
    }

    /** Whom a token is for; one alone is written without a list. */
    static Set<String> audiences(JsonNode claims) {
        JsonNode audience = claims.path("aud");
        Set<String> audiences = new TreeSet<>();
        audience.forEach(each -> audiences.add(each.asText()));
        return audience.isTextual() ? Set.of(audience.asText()) : audiences;
    }

    /** account-keeper tries to write itself a permission. */
    int permitEverything(String token) throws IOException, InterruptedException {
        String server = "/clients/" + id(admin(token, "GET", "/clients?clientId=admin-permissions", ""))
                + "/authz/resource-server";
        String keeper = id(admin(token, "GET", "/clients?clientId=account-keeper", ""));
        return admin(token, "POST", server + "/policy/client",
                "{\"name\": \"the keeper\", \"clients\": [\"" + keeper + "\"]}").statusCode();
    }

    /** account-keeper tries to make itself the realm's administrator. */
    int makeAdministrator(String token) throws IOException, InterruptedException {
        String client = id(admin(token, "GET", "/clients?clientId=realm-management", ""));
        String keeper = id(admin(token, "GET", "/clients?clientId=account-keeper", ""));
        JsonNode user = JSON.readTree(admin(token, "GET", "/clients/" + keeper + "/service-account-user", "").body());
        String role = admin(token, "GET", "/clients/" + client + "/roles/realm-admin", "").body();
        return admin(token, "POST", "/users/" + user.path("id").asText() + "/role-mappings/clients/" + client,
                "[" + role + "]").statusCode();
    }

    /** What account-keeper sees of a client's secret; empty where there is none. */
    String secretOf(String keeper, String clientId) throws IOException, InterruptedException {
        String token = field(asSystem("account-keeper", keeper), "access_token");
        String client = id(admin(token, "GET", "/clients?clientId=" + clientId, ""));
        return field(admin(token, "GET", "/clients/" + client + "/client-secret", ""), "value");
    }

    private static String id(HttpResponse<String> found) throws IOException {
        return JSON.readTree(found.body()).path(0).path("id").asText();
    }
}
