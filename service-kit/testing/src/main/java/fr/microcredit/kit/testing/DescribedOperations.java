package fr.microcredit.kit.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.json.KitJson;

/** The operations of an OpenAPI document, to hold answers against. */
final class DescribedOperations {
    /** Headers that are too large are refused before it is known what is called. */
    private static final int BEFORE_ANY_OPERATION = 431;

    private final List<Route> routes = new ArrayList<>();
    private final DescribedBodies bodies;

    /** An answer as it came over the wire. */
    record Given(int status, String type, String body) {
        boolean isOf(String mediaType) {
            return bare(type).equals(bare(mediaType));
        }

        boolean isJson() {
            return bare(type).endsWith("json");
        }

        private static String bare(String type) {
            return type.split(";")[0].trim();
        }
    }

    private record Route(String template, Pattern path, JsonNode operations) {
        static Route of(Map.Entry<String, JsonNode> path) {
            return new Route(path.getKey(), Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
                    path.getValue());
        }
    }

    DescribedOperations(JsonNode document) {
        bodies = new DescribedBodies(document);
        document.path("paths").properties().forEach(path -> routes.add(Route.of(path)));
        routes.sort(Comparator.comparing(route -> route.template().replace('{', '~')));
    }

    /**
     * What the description does not say of an answer; nothing for a call that is none of its operations.
     *
     * @param call such as {@code GET /dossiers/1}
     */
    List<String> faults(String call, Given answer) {
        return answer.status() == BEFORE_ANY_OPERATION
                ? List.of()
                : operation(call).map(operation -> faults(operation, answer)).orElse(List.of());
    }

    /** What is spelt out wins over a place. */
    private Optional<JsonNode> operation(String call) {
        String[] parts = call.split(" ");
        return routes.stream().filter(route -> route.path().matcher(parts[1]).matches()).findFirst()
                .map(route -> route.operations().path(parts[0].toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private List<String> faults(JsonNode operation, Given answer) {
        JsonNode described = operation.path("responses").path(String.valueOf(answer.status()));
        if (described.isMissingNode()) {
            return List.of("no status " + answer.status());
        }
        if (answer.body().isEmpty()) {
            return described.has("content") ? List.of("no body") : List.of();
        }
        return described.path("content").properties().stream().filter(each -> answer.isOf(each.getKey())).findFirst()
                .map(each -> misfits(each.getValue().path("schema"), answer))
                .orElse(List.of("no " + answer.type() + " with the status " + answer.status()));
    }

    private List<String> misfits(JsonNode schema, Given answer) {
        return answer.isJson() ? bodies.faults(schema, KitJson.tree(answer.body())) : List.of();
    }
}
