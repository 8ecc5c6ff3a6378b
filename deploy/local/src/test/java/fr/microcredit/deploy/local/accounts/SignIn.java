package fr.microcredit.deploy.local.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's first sign-in at the pages of Keycloak, who is asked for a password of their own, and the front end's token. */
final class SignIn {
    private static final String VERIFIER = "a-verifier-of-a-test-with-forty-three-characters-and-more";
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Realm realm;
    private final String frontEnd;
    private final HttpClient http = HttpClient.newHttpClient();
    /** Kept by hand: Keycloak marks them as secure, which a client may send to this machine and Java's store does not. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    SignIn(Realm realm, String frontEnd) {
        this.realm = realm;
        this.frontEnd = frontEnd + "/";
    }

    /** @return the answer with the tokens */
    HttpResponse<String> first(String username, String given, String chosen) throws Exception {
        HttpResponse<String> page = follow(send(HttpRequest.newBuilder(URI.create(realm.keycloak()
                + "/realms/microcredit/protocol/openid-connect/auth?" + Realm.form(Map.of("client_id", "office-desk",
                        "redirect_uri", frontEnd, "response_type", "code", "scope", "openid",
                        "code_challenge_method", "S256", "code_challenge", challenge()))))));
        page = follow(fill(page, Map.of("username", username, "password", given)));
        assertTrue(page.body().contains("password-new"), "a password of one's own is asked for: " + page.body());
        page = follow(fill(page, Map.of("password-new", chosen, "password-confirm", chosen)));
        Matcher code = CODE.matcher(page.headers().firstValue("Location").orElse(""));
        assertTrue(code.find(), page.statusCode() + " " + page.body());
        return realm.token(Map.of("grant_type", "authorization_code", "client_id", "office-desk", "redirect_uri",
                frontEnd, "code", code.group(1), "code_verifier", VERIFIER));
    }

    private HttpResponse<String> fill(HttpResponse<String> page, Map<String, String> fields) throws Exception {
        Matcher action = ACTION.matcher(page.body());
        assertTrue(action.find(), page.body());
        return send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Realm.form(fields))));
    }

    /** Up to a page, or to the front end, where nobody listens. */
    private HttpResponse<String> follow(HttpResponse<String> answer) throws Exception {
        HttpResponse<String> last = answer;
        while (last.statusCode() == 302 && !last.headers().firstValue("Location").orElse("").startsWith(frontEnd)) {
            last = send(HttpRequest.newBuilder(URI.create(last.headers().firstValue("Location").orElseThrow())));
        }
        assertTrue(last.statusCode() == 200 || last.statusCode() == 302, last.statusCode() + " " + last.body());
        return last;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(line -> {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            assertEquals(2, pair.length, line);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }

    private static String challenge() throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
