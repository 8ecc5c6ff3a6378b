package fr.microcredit.kit.http;

import java.util.List;
import java.util.Locale;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

import com.fasterxml.jackson.core.JsonProcessingException;

import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemRenderer;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.problem.Violation;
import fr.microcredit.kit.sql.DatabaseFaults;

/** The one place where failures become answers; nothing of the failure itself is told but its kind. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final List<ProblemType> BY_STATUS = List.of(Problems.MALFORMED, Problems.UNAUTHENTICATED,
            Problems.FORBIDDEN, Problems.NOT_FOUND, Problems.METHOD_NOT_ALLOWED, Problems.NOT_ACCEPTABLE,
            Problems.TOO_LARGE, Problems.UNSUPPORTED_MEDIA_TYPE);

    private final ProblemRenderer renderer;

    ProblemMappers(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ServerExceptionMapper
    Response problem(ProblemException failure, HttpHeaders headers) {
        return renderer.response(failure.type(), failure.violations(), language(headers));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException failure, HttpHeaders headers) {
        return renderer.response(Problems.MALFORMED, List.of(JsonFaults.violation(failure)), language(headers));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, HttpHeaders headers) {
        List<Violation> violations = failure.getConstraintViolations().stream().map(Constraints::violation)
                .sorted(java.util.Comparator.comparing(Violation::pointer).thenComparing(Violation::code)).toList();
        return renderer.response(Problems.INVALID, violations, language(headers));
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException failure, HttpHeaders headers) {
        return renderer.response(Problems.UNAUTHENTICATED, List.of(), language(headers));
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException failure, HttpHeaders headers) {
        return renderer.response(Problems.UNAUTHENTICATED, List.of(), language(headers));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, HttpHeaders headers) {
        return renderer.response(Problems.FORBIDDEN, List.of(), language(headers));
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException failure, HttpHeaders headers) {
        if (failure.getCause() instanceof JsonProcessingException cause) {
            return unreadable(cause, headers);
        }
        int status = failure.getResponse().getStatus();
        return BY_STATUS.stream().filter(type -> type.status() == status).findFirst()
                .map(type -> renderer.response(type, List.of(), language(headers)))
                .orElseGet(() -> unexpected(failure, headers));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpHeaders headers) {
        if (DatabaseFaults.isTransient(failure)) {
            LOG.warnf("Answering 503: %s", failure.getMessage());
            return renderer.response(Problems.BUSY, List.of(), language(headers));
        }
        if (DatabaseFaults.isForeignRow(failure)) {
            return renderer.response(Problems.FORBIDDEN, List.of(), language(headers));
        }
        LOG.error("Unexpected failure", failure);
        return renderer.response(Problems.INTERNAL, List.of(), language(headers));
    }

    private static Locale language(HttpHeaders headers) {
        return Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
