package fr.microcredit.kit.http;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.problem.ProblemDocument;
import fr.microcredit.kit.problem.ProblemRenderer;
import fr.microcredit.kit.problem.Problems;

/** Refuses a body that announces itself as too large before it is read, with a problem where the framework has none. */
@ApplicationScoped
class BodyLimit {
    /** Before the framework's own limit. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    private final long bytesMax;
    private final ProblemRenderer problems;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ProblemRenderer problems,
            ObjectMapper json) {
        this.bytesMax = limit.asLongValue();
        this.problems = problems;
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        if (length == null || length.length() < 19 && Long.parseLong(length) <= bytesMax) {
            request.next();
        } else {
            refuse(request);
        }
    }

    private void refuse(RoutingContext request) {
        ProblemDocument problem = problems.document(Problems.TOO_LARGE, List.of(),
                Languages.preferred(request.request().getHeader("Accept-Language")));
        request.response().setStatusCode(problem.status()).putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
                .putHeader("Connection", "close").end(write(problem));
    }

    private String write(ProblemDocument problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can be written", e);
        }
    }
}
