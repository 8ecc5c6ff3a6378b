package fr.microcredit.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.testing.DescribedOperations.Given;

/** The check that every answer of every test is held to notices what the description does not say. */
class DescribedOperationsTest {
    private final DescribedOperations operations = new DescribedOperations(KitJson
            .tree("""
                  {"paths": {
                     "/things/{id}": {"get": {"responses": {
                       "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                       "404": {"content": {"application/problem+json": {"schema": {"allOf": [
                         {"$ref": "#/components/schemas/Problem"},
                         {"properties": {"code": {"enum": ["not-found"]}}}]}}}}}},
                       "post": {"responses": {"204": {}}}},
                     "/things/pages": {"get": {"responses": {"200": {"content": {"text/html;charset=UTF-8": {}}}}}}},
                   "components": {"schemas": {
                     "Thing": {"type": "object", "required": ["name"], "properties": {
                       "name": {"enum": ["one", "two"]}, "day": {"type": "string"}}},
                     "Problem": {"type": "object", "properties": {"code": {"type": "string"}}}}}}"""));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"""
                                         GET /things/1 | 200 | application/json;charset=UTF-8 | {"name": "one"}""",
            """
            GET /things/1 | 404 | application/problem+json | {"code": "not-found"}""",
            """
            GET /things/pages | 200 | text/html | <p>""", "POST /things/1 | 204 | null | ''",
            """
            DELETE /things/1 | 405 | application/problem+json | {"code": "method-not-allowed"}""",
            """
            GET /things/1 | 431 | null | ''""",
            """
            GET /others | 404 | application/problem+json | {"code": "not-found"}"""})
    void whatIsDescribedOrNoOperationPasses(String call, int status, String type, String body) {
        assertEquals(List.of(), operations.faults(call, new Given(status, type, body)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"""
                                         GET /things/1 | 200 | application/json | {"name": "three"}""",
            """
            GET /things/1 | 200 | application/json | {"day": "2026-01-01"}""",
            """
            GET /things/1 | 200 | application/json | {"name": "one", "more": 1}""",
            """
            GET /things/1 | 200 | application/json | {"name": "one", "day": null}""",
            """
            GET /things/1 | 404 | application/problem+json | {"code": "gone"}""",
            """
            GET /things/1 | 409 | application/problem+json | {"code": "not-found"}""",
            """
            GET /things/1 | 200 | text/plain | one""", "GET /things/1 | 200 | application/json | ''",
            """
            GET /things/pages | 200 | application/json | {"name": "one"}""",
            """
            POST /things/1 | 204 | application/json | {"name": "one"}"""})
    void whatIsNotDescribedIsNamed(String call, int status, String type, String body) {
        assertNotEquals(List.of(), operations.faults(call, new Given(status, type, body)));
    }
}
