package fr.microcredit.kit.problem;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

import fr.microcredit.kit.text.Texts;

/** Turns a problem into the document and the response, in French unless English is preferred. */
@ApplicationScoped
public class ProblemRenderer {
    private static final String[] BUNDLES = {"problems", "kit-problems"};
    private static final List<ProblemType> TRY_AGAIN = List.of(Problems.KEY_IN_USE, Problems.BUSY,
            Problems.TOO_MANY_REQUESTS);
    private static final int RETRY_AFTER_SECONDS = 1;

    public ProblemDocument document(Problem problem, Locale locale) {
        Texts texts = Texts.in(locale, BUNDLES);
        String code = problem.code();
        return new ProblemDocument(problem.uri(), text(texts, code + ".title", List.of(), code), problem.status(),
                text(texts, code + ".detail", arguments(problem), code), code, traceId(),
                problem.violations().stream().map(violation -> item(texts, violation)).toList(),
                problem.possible().orElse(null));
    }

    public Response response(Problem problem, Locale locale) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(MediaType.valueOf(ProblemDocument.MEDIA_TYPE)).language(locale)
                .entity(document(problem, locale));
        if (TRY_AGAIN.stream().anyMatch(problem::hasType)) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (problem.hasType(Problems.UNAUTHENTICATED)) {
            response.header("WWW-Authenticate", "Bearer");
        }
        if (problem.hasType(Problems.INSUFFICIENT_SCOPE)) {
            response.header("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\""
                    + String.join(" ", arguments(problem)) + "\"");
        }
        return response.build();
    }

    /** A conflict has its figures in its own text. */
    private static List<String> arguments(Problem problem) {
        return problem.violations().stream().filter(violation -> violation.code().equals(problem.code())).findFirst()
                .map(Violation::arguments).orElse(List.of());
    }

    private static ProblemDocument.Item item(Texts texts, Violation violation) {
        String detail = texts.find("violation." + violation.code(), violation.arguments())
                .orElseGet(() -> text(texts, violation.code() + ".detail", violation.arguments(), violation.code()));
        return new ProblemDocument.Item(violation.pointer(), violation.code(), detail,
                violation.line() == 0 ? null : violation.line());
    }

    private static String text(Texts texts, String key, List<String> arguments, String otherwise) {
        return texts.find(key, arguments).orElse(otherwise);
    }

    private static String traceId() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? context.getTraceId() : null;
    }
}
