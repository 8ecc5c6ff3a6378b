package fr.microcredit.kit.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** What a service's OpenAPI document lacks of what a developer of a front end needs. */
public final class ApiDescription {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final Map<String, Set<String>> ALWAYS = Map.of("400", Set.of("malformed-request"), "401",
            Set.of("unauthenticated"), "403", Set.of("forbidden", "tenant-missing", "foreign-origin"), "406",
            Set.of("not-acceptable"), "429", Set.of("too-many-requests"), "500", Set.of("internal-error"), "503",
            Set.of("busy"));
    private static final Map<String, Set<String>> OF_PLACES = Map.of("404", Set.of("not-found"));
    private static final Map<String, Set<String>> OF_COMMANDS = Map.of("411", Set.of("length-required"), "413",
            Set.of("too-large"), "415",
            Set.of("unsupported-media-type"), "422", Set.of("invalid-request"));
    private static final Map<String, Set<String>> OF_KEYS = Map.of("400", Set.of("idempotency-key-required"), "409",
            Set.of("idempotency-key-in-use"), "422", Set.of("idempotency-key-reused"));
    private static final Map<String, Set<String>> OF_VERSIONS = Map.of("412", Set.of("stale-version"), "428",
            Set.of("version-required"));
    private static final Map<String, Set<String>> OF_SCOPES = Map.of("403", Set.of("insufficient-scope"));
    private static final String SCHEMA = "/content/application~1problem+json/schema/allOf";
    private static final String PROBLEM = "#/components/schemas/Problem";
    /** Commands that keep nothing. */
    private static final Set<String> WITHOUT_KEY = Set.of("/simulations", "/dossiers/search", "/sandbox/business-date");

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

    /** As it is on the wire: Java's names of constants are not, nor a number that is no whole one, nor null. */
    private void schema(String name, JsonNode schema) {
        for (JsonNode constant : schema.path("enum")) {
            require(name, "the code of " + constant.asText(), constant.asText().matches("[a-z0-9-]+"));
        }
        require(name, "decimals as strings", !schema.findValuesAsText("type").contains("number"));
        require(name, "absence instead of null", schema.findValues("type").stream()
                .noneMatch(type -> type.toString().contains("\"null\"")));
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
        problems(where, operation, ALWAYS);
        if (mayBanks(operation)) {
            require(where, "the scope that banks need", everyBankNeedsAScope(operation));
            problems(where, operation, OF_SCOPES);
        }
        if (path.contains("{")) {
            problems(where, operation, OF_PLACES);
        }
        if (command) {
            problems(where, operation, OF_COMMANDS);
        }
        if (command && !WITHOUT_KEY.contains(path)) {
            require(where, "the header Idempotency-Key", refersTo(operation, "Idempotency-Key"));
            problems(where, operation, OF_KEYS);
        }
        if (refersTo(operation, "If-Match")) {
            problems(where, operation, OF_VERSIONS);
        }
    }

    private static boolean mayBanks(JsonNode operation) {
        return operation.path("security").valueStream().anyMatch(ApiDescription::isOfBanks);
    }

    private static boolean everyBankNeedsAScope(JsonNode operation) {
        return operation.path("security").valueStream().filter(ApiDescription::isOfBanks)
                .map(way -> way.path("BankScopes"))
                .allMatch(scopes -> scopes.size() == 1 && Scopes.ALL.containsKey(scopes.path(0).asText()));
    }

    private static boolean isOfBanks(JsonNode way) {
        return way.path("SecurityScheme").valueStream().anyMatch(role -> Roles.OF_BANKS.contains(role.asText()));
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

    private void problems(String where, JsonNode operation, Map<String, Set<String>> expected) {
        expected.forEach((status, codes) -> {
            JsonNode response = operation.path("responses").path(status);
            require(where, "the problem " + status, response.at(SCHEMA + "/0/$ref").asText().equals(PROBLEM));
            require(where, "the codes " + codes, codes(response).containsAll(codes));
        });
    }

    private static Set<String> codes(JsonNode response) {
        Set<String> codes = new TreeSet<>();
        response.at(SCHEMA + "/1/properties/code/enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    /** All codes of all operations, but those that follow from an operation's shape. */
    static Set<String> problemsOfTheTrade(JsonNode document) {
        Set<String> codes = new TreeSet<>();
        document.path("paths").forEach(path -> path.forEach(operation -> operation.path("responses")
                .forEach(response -> codes.addAll(codes(response)))));
        Stream.of(ALWAYS, OF_SCOPES, OF_PLACES, OF_COMMANDS, OF_KEYS, OF_VERSIONS)
                .flatMap(each -> each.values().stream())
                .forEach(codes::removeAll);
        return codes;
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
