package fr.microcredit.deploy.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.backing.Await;
import fr.microcredit.deploy.local.platform.PortPlan;
import fr.microcredit.deploy.local.platform.Service;

/**
 * Calls the public REST APIs as a careful client would: every command has an idempotency key and is sent again with the
 * same key when the service is away, so that nothing is lost or done twice whatever dies in between.
 */
public final class Api {
    private static final Duration CALL_LIMIT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 500, 502, 503, 504);
    private static final int STALE = 412;
    private static final int STALE_MAX = 20;
    private static final String KEY_IN_USE = "idempotency-key-in-use";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PortPlan ports;
    private final Credentials credentials;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param credentials tokens by who acts */
    public Api(PortPlan ports, Credentials credentials) {
        this.ports = ports;
        this.credentials = credentials;
    }

    /** Gives access tokens. */
    public interface Credentials {
        /** A token of {@code who}, good for the next call. */
        String of(String who);
    }

    /** Where a call goes and who makes it. */
    public record Target(String who, Service service, String path) {
    }

    public Answer get(Target target) {
        return send(target, builder -> builder.GET());
    }

    /** Polls until the answer is as wanted, and gives it. */
    public Answer await(Target target, String description, Predicate<Answer> wanted) {
        Answer[] last = new Answer[1];
        Await.until(PATIENCE, () -> description + " at " + target.path() + "; last answer " + last[0], () -> {
            last[0] = get(target);
            return wanted.test(last[0]);
        });
        return last[0];
    }

    public Answer post(Target target, Object body) {
        return command(target, "POST", body, null);
    }

    /** A command on the newest version of a resource, read again when somebody else was faster. */
    public Answer postOn(Target resource, Target act, Object body) {
        return onNewest(resource, version -> command(act, "POST", body, version));
    }

    /** Replaces the newest version of a resource. */
    public Answer putOn(Target resource, Object body) {
        return onNewest(resource, version -> command(resource, "PUT", body, version));
    }

    private Answer onNewest(Target resource, Function<String, Answer> act) {
        Answer answer = act.apply(get(resource).etag());
        for (int again = 0; answer.status() == STALE && again < STALE_MAX; again++) {
            answer = act.apply(get(resource).etag());
        }
        return answer;
    }

    private Answer command(Target target, String method, Object body, String etag) {
        return command(target, method, body, etag, UUID.randomUUID().toString());
    }

    /**
     * A command under a key of the caller's choice, so that it can be sent twice.
     *
     * @param etag the version it builds on, or null for none
     */
    public Answer post(Target target, Object body, String etag, String key) {
        return command(target, "POST", body, etag, key);
    }

    private Answer command(Target target, String method, Object body, String etag, String key) {
        String json = write(body);
        return send(target, builder -> {
            builder.header("Content-Type", "application/json").header("Idempotency-Key", key).method(method,
                    HttpRequest.BodyPublishers.ofString(json));
            return etag == null ? builder : builder.header("If-Match", etag);
        });
    }

    private interface Shape {
        HttpRequest.Builder of(HttpRequest.Builder builder);
    }

    private Answer send(Target target, Shape shape) {
        Answer[] answer = new Answer[1];
        Await.until(PATIENCE, () -> target.path() + " of " + target.service().module() + " answers; last " + answer[0],
                () -> {
                    answer[0] = once(target, shape);
                    return !TRY_AGAIN.contains(answer[0].status()) && !KEY_IN_USE.equals(answer[0].text("code"));
                });
        return answer[0];
    }

    private Answer once(Target target, Shape shape) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ports.of(target.service()) + target.path());
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(CALL_LIMIT).header("Authorization",
                "Bearer " + credentials.of(target.who()));
        HttpResponse<String> response = http.send(shape.of(builder).build(), HttpResponse.BodyHandlers.ofString());
        JsonNode body = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
        return new Answer(response.statusCode(), body, response.headers().firstValue("ETag").orElse(null));
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
