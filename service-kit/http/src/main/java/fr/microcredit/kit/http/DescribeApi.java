package fr.microcredit.kit.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.quarkus.smallrye.openapi.OpenApiFilter;

import fr.microcredit.kit.problem.ProblemDocument;

/** Writes into a service's description what is the same for every operation: headers, the problems it can answer, an example. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DescribeApi implements OASFilter {
    private static final String KEY = "Idempotency-Key";
    private static final String VERSION = "If-Match";
    private static final String LATE = "Late-Reason";
    private static final String PROBLEM = "Problem";
    /** Commands that keep nothing, so that sending them twice does no harm. */
    private static final List<String> WITHOUT_KEY = List.of("/simulations", "/sandbox/business-date");
    /** What the framework writes for 400, 401 and 403, without a body. */
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("Bad Request", "Not Authorized", "Not Allowed");
    private static final Map<Integer, String> ALWAYS = ordered(400, "What was sent can not be read", 401,
            "No token, or one that does not hold", 403, "A token without the role", 406, "Only JSON is answered", 500,
            "Our fault; nothing was done", 429, "More than this client may send: see Retry-After", 503,
            "Busy: try again with the same key");
    private static final Map<Integer, String> COMMAND = ordered(409, "Not possible where the matter stands", 413,
            "Too large", 415, "Only JSON is read", 422, "Something does not fit; every fault is named");
    private static final Map<Integer, String> VERSIONED = ordered(412, "Somebody has changed it since it was read", 428,
            "The version it builds on is missing");

    private static Map<Integer, String> ordered(Object... statusAndText) {
        Map<Integer, String> ordered = new LinkedHashMap<>();
        for (int index = 0; index < statusAndText.length; index += 2) {
            ordered.put((Integer) statusAndText[index], (String) statusAndText[index + 1]);
        }
        return ordered;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        WireSchemas.write(components);
        api.setComponents(components.addSchema(PROBLEM, problem()).addParameter(KEY, header(KEY, true,
                "1 to 200 visible characters; the same key with the same body has one effect"))
                .addParameter(VERSION, header(VERSION, true, "The ETag of the last read"))
                .addParameter(LATE, header(LATE, false,
                        "Why an act is recorded late: paper-file, outage, forgotten or court-decision")));
        api.getPaths().getPathItems().forEach((path, item) -> describe(path, item));
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            wire(operation);
            boolean command = method != PathItem.HttpMethod.GET;
            problems(operation, ALWAYS);
            example(operation);
            if (path.contains("{")) {
                problems(operation, Map.of(404, "There is none for this caller"));
            }
            if (command) {
                problems(operation, COMMAND);
            }
            if (refersTo(operation, VERSION)) {
                problems(operation, VERSIONED);
            }
            if (command && !WITHOUT_KEY.contains(path)) {
                operation.addParameter(OASFactory.createParameter().ref(KEY));
                operation.addParameter(OASFactory.createParameter().ref(LATE));
                succeeds(operation);
            }
        });
    }

    /** Schemas that stand in the operation itself. */
    private static void wire(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(each -> WireSchemas.write(each.getSchema()));
        }
        operation.getResponses().getAPIResponses().values().stream().map(APIResponse::getContent)
                .filter(Objects::nonNull).flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(type -> WireSchemas.write(type.getSchema()));
    }

    private static void example(Operation operation) {
        if (operation.getRequestBody() != null) {
            ExampleBodies.of(operation.getOperationId()).ifPresent(example -> operation.getRequestBody().getContent()
                    .getMediaTypes().values().forEach(type -> type.setExample(example)));
        }
    }

    private static boolean refersTo(Operation operation, String parameter) {
        return operation.getParameters() != null && operation.getParameters().stream()
                .anyMatch(each -> each.getRef() != null && each.getRef().endsWith("/" + parameter));
    }

    /** Where a resource says itself what a status means there, its word stays; with no body of its own it is a problem. */
    private static void problems(Operation operation, Map<Integer, String> texts) {
        texts.forEach((status, text) -> {
            APIResponse declared = operation.getResponses().getAPIResponse(String.valueOf(status));
            if (declared == null || OF_THE_FRAMEWORK.contains(declared.getDescription())) {
                operation.getResponses().addAPIResponse(String.valueOf(status),
                        OASFactory.createAPIResponse().description(text).content(problemContent()));
            } else if (declared.getContent() == null) {
                declared.setContent(problemContent());
            }
        });
    }

    private static Content problemContent() {
        return OASFactory.createContent().addMediaType(ProblemDocument.MEDIA_TYPE,
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    /** What a command answers carries its version; what it made, its address. */
    private static void succeeds(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.equals("200") || status.equals("201")) {
                header(response, "ETag", "Version of the resource");
            }
            if (status.equals("201")) {
                header(response, "Location", "Address of what was made");
            }
            if (status.startsWith("2")) {
                header(response, "Idempotent-Replayed", "true when the command had been done before");
            }
        });
    }

    private static void header(APIResponse response, String name, String text) {
        response.addHeader(name, OASFactory.createHeader().description(text).schema(string()));
    }

    private static Parameter header(String name, boolean required, String text) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).required(required).description(text)
                .schema(string());
    }

    private static Schema problem() {
        Schema fault = object().addProperty("pointer", string()).addProperty("code", string())
                .addProperty("detail", string())
                .addProperty("line", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
        return object().description("RFC 9457; codes are stable, texts are not").addProperty("type", string())
                .addProperty("title", string())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", string()).addProperty("code", string()).addProperty("traceId", string())
                .addProperty("errors",
                        OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(fault));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
