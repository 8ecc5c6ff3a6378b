package fr.microcredit.kit.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The body of {@code application/problem+json} (RFC 9457).
 *
 * @param type    stable URN of the kind of problem
 * @param title   short text in the language asked for
 * @param status  the HTTP status
 * @param detail  what to do about it, in the language asked for
 * @param code    the last part of the type, for programs
 * @param traceId to find the request in traces and logs
 * @param errors  what is wrong where, if more is known
 * @param possible what can be done instead as the matter stands, each named as its address is; null where nobody says
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(String type, String title, int status, String detail, String code, String traceId,
        List<Item> errors, @JsonInclude(JsonInclude.Include.NON_NULL) List<String> possible) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param pointer JSON Pointer into the request body
     * @param code    stable
     * @param detail  text in the language asked for
     * @param line    of a document that people write by hand, else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String pointer, String code, String detail, Integer line) {
    }
}
