package fr.microcredit.kit.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service's OpenAPI document lacks of what a developer of a front end needs. */
public final class ApiDescription {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final List<String> ALWAYS = List.of("400", "401", "403", "500", "503");
    private static final List<String> OF_COMMANDS = List.of("409", "422");
    private static final String PROBLEM = "#/components/schemas/Problem";
    /** Commands that keep nothing. */
    private static final Set<String> WITHOUT_KEY = Set.of("/simulations", "/sandbox/business-date");

    /** For everybody, without a token. */
    private static final Set<String> PUBLIC = Set.of("/indicators");

    private final JsonNode document;
    private final List<String> lacks = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    /** One line for each thing that is missing. */
    public static List<String> lacks(JsonNode document) {
        ApiDescription description = new ApiDescription(document);
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(each -> {
            if (METHODS.contains(each.getKey())) {
                description.operation(path.getKey(), each);
            }
        }));
        document.path("components").path("schemas").properties()
                .forEach(schema -> description.schema(schema.getKey(), schema.getValue()));
        return description.lacks;
    }

    /** As it is on the wire: Java's names of constants are not, nor a number that is no whole one. */
    private void schema(String name, JsonNode schema) {
        for (JsonNode constant : schema.path("enum")) {
            require(name, "the code of " + constant.asText(), constant.asText().matches("[a-z0-9-]+"));
        }
        require(name, "decimals as strings", !schema.findValuesAsText("type").contains("number"));
    }

    private void operation(String path, Map.Entry<String, JsonNode> each) {
        String where = each.getKey() + " " + path;
        JsonNode operation = each.getValue();
        boolean command = !each.getKey().equals("get");
        require(where, "a summary", !operation.path("summary").asText().isBlank());
        String name = operation.path("operationId").asText();
        require(where, "an operationId of its own", !name.isBlank() && names.add(name));
        require(where, "what success looks like", succeeds(operation));
        require(where, "the roles that may",
                PUBLIC.contains(path) || operation.path("security").findValues("SecurityScheme")
                        .stream().anyMatch(roles -> roles.size() > 0));
        require(where, "an example of its body", operation.path("requestBody").isMissingNode()
                || operation.at("/requestBody/content/application~1json/example").isObject());
        ALWAYS.forEach(status -> requireProblem(where, operation, status));
        if (path.contains("{")) {
            requireProblem(where, operation, "404");
        }
        if (command) {
            OF_COMMANDS.forEach(status -> requireProblem(where, operation, status));
            require(where, "the header Idempotency-Key",
                    WITHOUT_KEY.contains(path) || refersTo(operation, "Idempotency-Key"));
        }
        if (refersTo(operation, "If-Match")) {
            requireProblem(where, operation, "412");
            requireProblem(where, operation, "428");
        }
    }

    private boolean succeeds(JsonNode operation) {
        JsonNode responses = operation.path("responses");
        if (responses.has("204")) {
            return true;
        }
        JsonNode content = responses.path("200").isMissingNode() ? responses.path("201") : responses.path("200");
        for (JsonNode type : content.path("content")) {
            JsonNode schema = type.path("schema");
            if (schema.size() > 0 && (!schema.has("$ref") || isKnown(schema.path("$ref").asText()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isKnown(String reference) {
        JsonNode found = document.at(reference.substring(1));
        return found.size() > 0 && !reference.endsWith("/Response");
    }

    private void requireProblem(String where, JsonNode operation, String status) {
        JsonNode content = operation.path("responses").path(status).path("content").path("application/problem+json");
        require(where, "the problem " + status, content.path("schema").path("$ref").asText().equals(PROBLEM));
    }

    private static boolean refersTo(JsonNode operation, String parameter) {
        for (JsonNode each : operation.path("parameters")) {
            if (each.path("$ref").asText().endsWith("/" + parameter)) {
                return true;
            }
        }
        return false;
    }

    private void require(String where, String what, boolean there) {
        if (!there) {
            lacks.add(where + " lacks " + what);
        }
    }
}
