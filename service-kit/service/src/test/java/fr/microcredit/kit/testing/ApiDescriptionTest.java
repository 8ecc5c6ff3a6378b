package fr.microcredit.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private static final String CODES = "/content/application~1problem+json/schema/allOf/1/properties";
    private static final Map<String, List<String>> PROBLEMS = Map.ofEntries(
            Map.entry("400", List.of("malformed-request", "idempotency-key-required")),
            Map.entry("401", List.of("unauthenticated")),
            Map.entry("403", List.of("forbidden", "tenant-missing", "foreign-origin")),
            Map.entry("404", List.of("not-found")), Map.entry("406", List.of("not-acceptable")),
            Map.entry("409", List.of("idempotency-key-in-use", "thing-stage")),
            Map.entry("412", List.of("stale-version")), Map.entry("411", List.of("length-required")),
            Map.entry("413", List.of("too-large")),
            Map.entry("415", List.of("unsupported-media-type")),
            Map.entry("422", List.of("invalid-request", "idempotency-key-reused")),
            Map.entry("428", List.of("version-required")), Map.entry("429", List.of("too-many-requests")),
            Map.entry("500", List.of("internal-error")), Map.entry("503", List.of("busy")));

    @Test
    void aWholeDescriptionLacksNothing() {
        assertEquals(List.of(), ApiDescription.lacks(whole()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requestBody/content/application~1json/example", "/security", "/summary", "/operationId",
            "/responses/200", "/responses/401", "/responses/404",
            "/responses/409", "/responses/412", "/responses/422", "/responses/428", "/parameters",
            "/responses/403" + CODES, "/responses/404" + CODES, "/responses/409" + CODES, "/responses/412" + CODES,
            "/responses/415" + CODES})
    void whatIsMissingIsNamed(String pointer) {
        JsonNode document = whole();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) operation(document).at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
        List<String> lacks = ApiDescription.lacks(document);
        assertTrue(!lacks.isEmpty() && lacks.get(0).startsWith("post " + PATH + " lacks"), lacks.toString());
    }

    @Test
    void whatIsNotOfTheKitIsOfTheTrade() {
        assertEquals(Set.of("thing-stage"), ApiDescription.problemsOfTheTrade(whole()));
    }

    @Test
    void anAnswerThatIsAnythingIsNone() {
        JsonNode document = whole();
        ((ObjectNode) document.at("/components/schemas")).remove("Thing");
        assertEquals(List.of("post " + PATH + " lacks what success looks like"), ApiDescription.lacks(document));
    }

    @ParameterizedTest
    @CsvSource({"'{\"enum\": [\"one\", \"NEEDS_HUMAN\"]}',Thing lacks the code of NEEDS_HUMAN",
            "'{\"properties\": {\"rate\": {\"type\": \"number\"}}}',Thing lacks decimals as strings",
            "'{\"properties\": {\"day\": {\"type\": [\"string\", \"null\"]}}}',Thing lacks absence instead of null"})
    void aSchemaThatIsJavasAndNotTheWiresIsNamed(String schema, String lack) {
        JsonNode document = whole();
        ((ObjectNode) document.at("/components/schemas")).set("Thing", KitJson.tree(schema));
        assertEquals(List.of(lack), ApiDescription.lacks(document));
    }

    /** Whatever a bank's role opens needs one of the scopes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[{\"SecurityScheme\": [\"operator\", \"bank-client\"]}]",
            "[{\"SecurityScheme\": [\"bank-agent\"], \"BankScopes\": []}]",
            "[{\"SecurityScheme\": [\"bank-agent\"], \"BankScopes\": [\"files.burn\"]}]",
            "[{\"SecurityScheme\": [\"bank-agent\"], \"BankScopes\": [\"files.read\"]}, {\"SecurityScheme\": [\"bank-client\"]}]"})
    void anOperationOfBanksWithoutAScopeIsNamed(String security) {
        JsonNode document = whole();
        ((ObjectNode) operation(document)).set("security", KitJson.tree(security));
        assertEquals(List.of("post " + PATH + " lacks the scope that banks need",
                "post " + PATH + " lacks the codes [insufficient-scope]"), ApiDescription.lacks(document));
    }

    @Test
    void anOperationOfBanksWithItsScopeNeedsTheProblemToo() {
        JsonNode document = whole();
        ((ObjectNode) operation(document)).set("security", KitJson.tree(
                "[{\"SecurityScheme\": [\"bank-agent\"], \"BankScopes\": [\"files.read\"]}]"));
        assertEquals(List.of("post " + PATH + " lacks the codes [insufficient-scope]"),
                ApiDescription.lacks(document));
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
        PROBLEMS.forEach((status, codes) -> responses.set(status,
                KitJson.tree("""
                             {"content": {"application/problem+json": {"schema": {"allOf": [
                               {"$ref": "#/components/schemas/Problem"},
                               {"properties": {"code": {"enum": %s}}}]}}}}"""
                        .formatted(KitJson.write(codes)))));
        return document;
    }
}
