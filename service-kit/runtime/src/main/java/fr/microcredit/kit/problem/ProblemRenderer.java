package fr.microcredit.kit.problem;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import fr.microcredit.kit.event.Traces;

/** Turns a problem into the document and the response, in French unless English is preferred. */
@ApplicationScoped
public class ProblemRenderer {
    private static final int RETRY_AFTER_SECONDS = 1;

    public ProblemDocument document(ProblemType type, List<Violation> violations, Locale locale) {
        List<ProblemDocument.Item> items = violations.stream().map(violation -> item(violation, locale)).toList();
        return new ProblemDocument(type.uri(), ProblemTexts.of(locale, type.code() + ".title", List.of()),
                type.status(),
                ProblemTexts.of(locale, type.code() + ".detail", List.of()), type.code(), Traces.currentTraceId(),
                items);
    }

    public Response response(ProblemType type, List<Violation> violations, Locale locale) {
        Response.ResponseBuilder response = Response.status(type.status())
                .type(MediaType.valueOf(ProblemDocument.MEDIA_TYPE)).language(locale)
                .entity(document(type, violations, locale));
        if (type.equals(Problems.KEY_IN_USE) || type.equals(Problems.BUSY)) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (type.equals(Problems.UNAUTHENTICATED)) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    private static ProblemDocument.Item item(Violation violation, Locale locale) {
        return new ProblemDocument.Item(violation.pointer(), violation.code(),
                ProblemTexts.of(locale, "violation." + violation.code(), violation.arguments()),
                violation.line() == 0 ? null : violation.line());
    }
}
