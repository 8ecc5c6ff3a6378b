package fr.microcredit.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.kit.json.KitJson;

/** The check that every service's OpenAPI is held to notices what is missing. */
class ApiDescriptionTest {
    private static final String PATH = "/things/{id}";

    @Test
    void aWholeDescriptionLacksNothing() {
        assertEquals(List.of(), ApiDescription.lacks(whole()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requestBody/content/application~1json/example", "/security", "/summary", "/operationId",
            "/responses/200", "/responses/401", "/responses/404",
            "/responses/409", "/responses/412", "/responses/422", "/responses/428", "/parameters"})
    void whatIsMissingIsNamed(String pointer) {
        JsonNode document = whole();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) operation(document).at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
        List<String> lacks = ApiDescription.lacks(document);
        assertTrue(!lacks.isEmpty() && lacks.get(0).startsWith("post " + PATH + " lacks"), lacks.toString());
    }

    @Test
    void anAnswerThatIsAnythingIsNone() {
        JsonNode document = whole();
        ((ObjectNode) document.at("/components/schemas")).remove("Thing");
        assertEquals(List.of("post " + PATH + " lacks what success looks like"), ApiDescription.lacks(document));
    }

    @ParameterizedTest
    @CsvSource({"'{\"enum\": [\"one\", \"NEEDS_HUMAN\"]}',Thing lacks the code of NEEDS_HUMAN",
            "'{\"properties\": {\"rate\": {\"type\": \"number\"}}}',Thing lacks decimals as strings"})
    void aSchemaThatIsJavasAndNotTheWiresIsNamed(String schema, String lack) {
        JsonNode document = whole();
        ((ObjectNode) document.at("/components/schemas")).set("Thing", KitJson.tree(schema));
        assertEquals(List.of(lack), ApiDescription.lacks(document));
    }

    @Test
    void twoOperationsDoNotShareAName() {
        JsonNode document = whole();
        ((ObjectNode) document.path("paths")).set("/others/{id}", document.path("paths").path(PATH).deepCopy());
        assertEquals(1, ApiDescription.lacks(document).size());
    }

    private static JsonNode operation(JsonNode document) {
        return document.path("paths").path(PATH).path("post");
    }

    private static JsonNode whole() {
        ObjectNode document = (ObjectNode) KitJson
                .tree("""
                      {"paths": {"/things/{id}": {"post": {"summary": "A thing", "operationId": "Things_post",
                        "security": [{"SecurityScheme": ["operator"]}], "requestBody": {"content": {"application/json": {"example": {"name": "one"}}}},
                        "parameters": [{"$ref": "#/components/parameters/Idempotency-Key"},
                                       {"$ref": "#/components/parameters/If-Match"}],
                        "responses": {"200": {"content": {"application/json": {"schema":
                          {"$ref": "#/components/schemas/Thing"}}}}}}}},
                       "components": {"schemas": {"Thing": {"type": "object"}}}}""");
        ObjectNode responses = (ObjectNode) operation(document).path("responses");
        Stream.of("400", "401", "403", "404", "409", "412", "422", "428", "500", "503")
                .forEach(status -> responses.set(status, KitJson.tree(
                        """
                        {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}""")));
        return document;
    }
}
