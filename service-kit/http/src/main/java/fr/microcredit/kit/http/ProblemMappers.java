package fr.microcredit.kit.http;

import java.util.Comparator;
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

import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.problem.Problem;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemRenderer;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.problem.Violation;
import fr.microcredit.kit.sql.DatabaseFaults;

/** The one place where failures become answers; nothing of the failure itself is told but its kind. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemRenderer renderer;

    ProblemMappers(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ServerExceptionMapper
    Response problem(ProblemException failure, HttpHeaders headers) {
        return renderer.response(failure.problem(), language(headers));
    }

    @ServerExceptionMapper
    Response refused(RefusedException failure, HttpHeaders headers) {
        return renderer.response(Problem.of(failure.reasons()), language(headers));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException failure, HttpHeaders headers) {
        return renderer.response(new Problem(Problems.MALFORMED, List.of(JsonFaults.violation(failure))),
                language(headers));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, HttpHeaders headers) {
        List<Violation> violations = failure.getConstraintViolations().stream().map(Constraints::violation)
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code)).toList();
        return renderer.response(new Problem(Problems.INVALID, violations), language(headers));
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException failure, HttpHeaders headers) {
        return answer(Problems.UNAUTHENTICATED, headers);
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException failure, HttpHeaders headers) {
        return answer(Problems.UNAUTHENTICATED, headers);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, HttpHeaders headers) {
        return answer(Problems.FORBIDDEN, headers);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException failure, HttpHeaders headers) {
        if (failure.getCause() instanceof JsonProcessingException cause) {
            return unreadable(cause, headers);
        }
        if (failure.getCause() instanceof ProblemException cause) {
            return problem(cause, headers);
        }
        int status = failure.getResponse().getStatus();
        return Problems.OF_HTTP.stream().filter(type -> type.status() == status).findFirst()
                .map(type -> answer(type, headers)).orElseGet(() -> unexpected(failure, headers));
    }

    /** A failure of the database means the same here as for a consumer: only what is of the moment is worth another try. */
    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpHeaders headers) {
        return switch (DatabaseFaults.of(failure)) {
            case TRANSIENT -> {
                LOG.warnf("Answering 503: %s", failure.getMessage());
                yield answer(Problems.BUSY, headers);
            }
            case FOREIGN_ROW -> {
                LOG.error("Row-level security has stopped what the code let through", failure);
                yield answer(Problems.FORBIDDEN, headers);
            }
            case UNSTORABLE -> answer(Problems.MALFORMED, headers);
            case ABORTED, PERMANENT, NONE -> {
                LOG.error("Unexpected failure", failure);
                yield answer(Problems.INTERNAL, headers);
            }
        };
    }

    private Response answer(ProblemType type, HttpHeaders headers) {
        return renderer.response(Problem.of(type), language(headers));
    }

    private static Locale language(HttpHeaders headers) {
        return Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
