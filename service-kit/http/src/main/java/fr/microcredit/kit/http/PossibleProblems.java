package fr.microcredit.kit.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import fr.microcredit.kit.problem.ProblemDocument;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Problems;

/** The problems that one operation can answer: the codes of each status. */
final class PossibleProblems {
    static final String SCHEMA = "Problem";
    static final List<ProblemType> ALWAYS = List.of(Problems.MALFORMED, Problems.UNAUTHENTICATED, Problems.FORBIDDEN,
            Problems.TENANT_MISSING, Problems.FOREIGN_ORIGIN, Problems.NOT_ACCEPTABLE, Problems.TOO_MANY_REQUESTS,
            Problems.INTERNAL, Problems.BUSY);
    static final List<ProblemType> OF_SCOPES = List.of(Problems.INSUFFICIENT_SCOPE);
    static final List<ProblemType> OF_PLACES = List.of(Problems.NOT_FOUND);
    static final List<ProblemType> OF_COMMANDS = List.of(Problems.LENGTH_REQUIRED, Problems.TOO_LARGE,
            Problems.UNSUPPORTED_MEDIA_TYPE,
            Problems.INVALID);
    static final List<ProblemType> OF_KEYS = List.of(Problems.KEY_REQUIRED, Problems.KEY_IN_USE, Problems.KEY_REUSED);
    static final List<ProblemType> OF_VERSIONS = List.of(Problems.STALE, Problems.VERSION_REQUIRED);
    private static final Map<Integer, String> TEXTS = Map.ofEntries(Map.entry(400, "What was sent can not be read"),
            Map.entry(401, "No token, or one that does not hold"),
            Map.entry(403, "A token without the role or the scope"),
            Map.entry(404, "There is none for this caller"), Map.entry(406, "Only JSON is answered"),
            Map.entry(411, "The body comes in chunks and not with its length"),
            Map.entry(409, "Not possible where the matter stands"),
            Map.entry(412, "Somebody has changed it since it was read"), Map.entry(413, "Too large"),
            Map.entry(415, "Only JSON is read"), Map.entry(422, "Something does not fit; every fault is named"),
            Map.entry(428, "The version it builds on is missing"),
            Map.entry(429, "More than this client may send: see Retry-After"),
            Map.entry(500, "Our fault; nothing was done"), Map.entry(503, "Busy: try again with the same key"));
    /** What the framework writes for 400, 401 and 403, without a body. */
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    private final Map<Integer, Set<String>> codes = new TreeMap<>();

    void add(List<ProblemType> types) {
        types.forEach(type -> codes.computeIfAbsent(type.status(), status -> new LinkedHashSet<>()).add(type.code()));
    }

    /** Where a resource says itself what a status means there, its word stays and the problem stands beside it. */
    void writeTo(Operation operation) {
        codes.forEach((status, possible) -> {
            APIResponse declared = operation.getResponses().getAPIResponse(String.valueOf(status));
            if (declared == null || OF_THE_FRAMEWORK.contains(declared.getDescription())) {
                operation.getResponses().addAPIResponse(String.valueOf(status), OASFactory.createAPIResponse()
                        .description(TEXTS.getOrDefault(status, ""))
                        .content(OASFactory.createContent().addMediaType(ProblemDocument.MEDIA_TYPE, type(possible))));
            } else {
                Content own = declared.getContent() == null ? OASFactory.createContent() : declared.getContent();
                declared.setContent(own.addMediaType(ProblemDocument.MEDIA_TYPE, type(possible)));
            }
        });
    }

    private static MediaType type(Set<String> possible) {
        Schema narrowed = object().addProperty("code", string().enumeration(List.copyOf(possible)));
        return OASFactory.createMediaType().schema(OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref(SCHEMA)).addAllOf(narrowed));
    }

    /** What {@link ProblemDocument} is on the wire. */
    static Schema schema() {
        Schema fault = object().addProperty("pointer", string()).addProperty("code", string())
                .addProperty("detail", string()).addProperty("line", integer())
                .required(List.of("pointer", "code", "detail"));
        return object().description("RFC 9457; codes are stable, texts are not").addProperty("type", string())
                .addProperty("title", string()).addProperty("status", integer()).addProperty("detail", string())
                .addProperty("code", string()).addProperty("traceId", string())
                .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(fault))
                .addProperty("possible", OASFactory.createSchema().addType(SchemaType.ARRAY).items(string())
                        .description("What can be done instead as the matter stands, each named as its address is"))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema integer() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }
}
