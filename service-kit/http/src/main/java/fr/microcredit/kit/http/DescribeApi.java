package fr.microcredit.kit.http;

import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Writes into a service's description what is the same for every operation: headers, the problems it can answer, an example. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescribeApi implements OASFilter {
    private static final String KEY = "Idempotency-Key";
    private static final String VERSION = "If-Match";
    private static final String LATE = "Late-Reason";
    private static final String JSON = "application/json";
    /** Commands that keep nothing, so that sending them twice does no harm. */
    private static final List<String> WITHOUT_KEY = List.of("/simulations", "/dossiers/search",
            "/sandbox/business-date");

    private final Refusals refusals;
    private final BankScopes scopes;
    private final OptionalConstants constants;

    /** @param index of the application's classes, as the build hands it over */
    public DescribeApi(IndexView index) {
        this.refusals = new Refusals(index);
        this.scopes = new BankScopes(index);
        this.constants = new OptionalConstants(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        WireSchemas.write(components, Taken.by(api), constants);
        api.setComponents(components.addSchema(PossibleProblems.SCHEMA, PossibleProblems.schema())
                .addParameter(KEY, header(KEY, true,
                        "1 to 200 visible characters; the same key with the same body has one effect"))
                .addParameter(VERSION, header(VERSION, true, "The ETag of the last read"))
                .addParameter(LATE, header(LATE, false,
                        "Why an act is recorded late: paper-file, outage, forgotten or court-decision")));
        if (!scopes.isEmpty()) {
            components.addSecurityScheme(BankScopes.SCHEME, BankScopes.scheme());
        }
        api.getPaths().getPathItems().forEach(this::describe);
    }

    private void describe(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            boolean command = method != PathItem.HttpMethod.GET;
            boolean keyed = command && !WITHOUT_KEY.contains(path);
            wire(operation);
            example(operation);
            scopes.of(operation.getOperationId()).ifPresent(scope -> BankScopes.require(operation, scope));
            problems(operation, path.contains("{"), command, keyed).writeTo(operation);
            if (keyed) {
                operation.addParameter(OASFactory.createParameter().ref(KEY));
                operation.addParameter(OASFactory.createParameter().ref(LATE));
                succeeds(operation);
            }
        });
    }

    private PossibleProblems problems(Operation operation, boolean placed, boolean command, boolean keyed) {
        PossibleProblems problems = new PossibleProblems();
        problems.add(PossibleProblems.ALWAYS);
        problems.add(placed ? PossibleProblems.OF_PLACES : List.of());
        problems.add(command ? PossibleProblems.OF_COMMANDS : List.of());
        problems.add(keyed ? PossibleProblems.OF_KEYS : List.of());
        problems.add(refersTo(operation, VERSION) ? PossibleProblems.OF_VERSIONS : List.of());
        problems.add(scopes.of(operation.getOperationId()).isPresent() ? PossibleProblems.OF_SCOPES : List.of());
        problems.add(refusals.of(operation.getOperationId()));
        return problems;
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
            Examples.BODIES.of(operation.getOperationId()).ifPresent(example -> operation.getRequestBody().getContent()
                    .getMediaTypes().values().forEach(type -> type.setExample(example)));
        }
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        if (answer != null && answer.getContent() != null && answer.getContent().hasMediaType(JSON)) {
            Examples.ANSWERS.of(operation.getOperationId())
                    .ifPresent(answer.getContent().getMediaType(JSON)::setExample);
        }
    }

    private static boolean refersTo(Operation operation, String parameter) {
        return operation.getParameters() != null && operation.getParameters().stream()
                .anyMatch(each -> each.getRef() != null && each.getRef().endsWith("/" + parameter));
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

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
