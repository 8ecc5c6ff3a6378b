package fr.microcredit.kit.http;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Which schemas of a description are of what is sent to the service, all their parts included. */
final class Taken {
    private final Map<String, Schema> schemas;
    private final Set<String> names = new HashSet<>();

    private Taken(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static Set<String> by(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents() == null ? null : api.getComponents().getSchemas();
        Taken taken = new Taken(schemas == null ? Map.of() : schemas);
        api.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream())
                .map(operation -> operation.getRequestBody()).filter(Objects::nonNull).map(RequestBody::getContent)
                .flatMap(content -> content.getMediaTypes().values().stream()).map(MediaType::getSchema)
                .forEach(taken::follow);
        return taken.names;
    }

    private void follow(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (names.add(name)) {
                follow(schemas.get(name));
            }
        }
        parts(schema).forEach(this::follow);
    }

    private static Stream<Schema> parts(Schema schema) {
        Collection<Schema> properties = schema.getProperties() == null ? List.of() : schema.getProperties().values();
        Stream<Schema> ways = Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull).flatMap(Collection::stream);
        return Stream.concat(Stream.concat(properties.stream(), ways),
                Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema()));
    }
}
