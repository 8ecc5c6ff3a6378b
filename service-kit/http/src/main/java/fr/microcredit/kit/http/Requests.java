package fr.microcredit.kit.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import io.vertx.core.http.HttpServerRequest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.tenancy.Actor;

/** What the running request says of itself beside its body. */
@RequestScoped
class Requests {
    private static final String KEY = "Idempotency-Key";
    private static final String DOSSIER = "dossierId";
    private static final String LATE = "Late-Reason";
    private static final int KEY_LENGTH_MAX = 200;

    private final Actors actors;
    private final HttpServerRequest request;
    private final ResourceInfo resource;
    private final UriInfo uri;
    private final ObjectMapper json;
    private final BodyHash hash;

    Requests(Actors actors, HttpServerRequest request, ResourceInfo resource, UriInfo uri, ObjectMapper json,
            BodyHash hash) {
        this.actors = actors;
        this.request = request;
        this.resource = resource;
        this.uri = uri;
        this.json = json;
        this.hash = hash;
    }

    Actor actor() {
        return actors.current();
    }

    Locale language() {
        return Languages.preferred(request.getHeader("Accept-Language"));
    }

    Act act(Actor actor) {
        return new Act(actor, actors.displayName(), request.getHeader("If-Match"), lateReason());
    }

    private Optional<Act.LateReason> lateReason() {
        String named = request.getHeader(LATE);
        try {
            return named == null ? Optional.empty() : Optional.of(Codes.parse(Act.LateReason.class, named.trim()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.MALFORMED, Parameters.wrong("header:" + LATE));
        }
    }

    CommandKey key(Actor actor, Object body) {
        String key = request.getHeader(KEY);
        if (key == null || key.isBlank()) {
            throw new ProblemException(Problems.KEY_REQUIRED);
        }
        if (key.length() > KEY_LENGTH_MAX || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ProblemException(Problems.MALFORMED, Parameters.wrong("header:" + KEY));
        }
        return new CommandKey(actor.tenantId(), String.valueOf(actor.client()), operation(), key,
                hash.of(write(body)), dossier(body));
    }

    /** However its address is spelt: the method, the template of the route, and the decoded values of its places. */
    private String operation() {
        Map<String, String> places = new TreeMap<>();
        uri.getPathParameters(true).forEach((name, values) -> places.put(name, spelt(values.get(0))));
        return request.method().name() + " " + path(resource.getResourceClass().getAnnotation(Path.class)) + "/"
                + path(resource.getResourceMethod().getAnnotation(Path.class)) + " " + places;
    }

    private String dossier(Object body) {
        String named = uri.getPathParameters(true).getFirst(DOSSIER);
        if (named == null) {
            return body instanceof OnDossier on ? on.dossierId().toString() : "";
        }
        return spelt(named);
    }

    /** An identifier means the same in upper case. */
    private static String spelt(String value) {
        try {
            return UUID.fromString(value).toString();
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String path(Path path) {
        return path == null ? "" : path.value();
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A body that was read can be written", e);
        }
    }
}
