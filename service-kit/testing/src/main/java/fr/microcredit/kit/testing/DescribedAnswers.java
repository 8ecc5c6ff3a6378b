package fr.microcredit.kit.testing;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.tenancy.Roles;

/**
 * Holds every answer that a component test is given against the service's own description, so that the description is what
 * really happens: the status, the code of a problem, the fields and their values. The test platform puts it in place for
 * every service (as a {@code QuarkusTestBeforeEachCallback} of the class path); no test has to ask for it.
 */
public final class DescribedAnswers implements QuarkusTestBeforeEachCallback, Filter {
    private static final Map<Integer, DescribedOperations> BY_PORT = new ConcurrentHashMap<>();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(List.of(this));
    }

    /** What the running service says of itself. */
    static JsonNode document() {
        return KitJson.tree(given().noFilters().auth().oauth2(TestTokens.region(Roles.OPERATOR))
                .queryParam("format", "json").get("/q/openapi").then().statusCode(200).extract().asString());
    }

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected,
            FilterContext context) {
        Response answer = context.next(request, expected);
        String call = request.getMethod() + " " + URI.create(request.getURI()).getRawPath();
        DescribedOperations operations = BY_PORT.computeIfAbsent(RestAssured.port,
                port -> new DescribedOperations(document()));
        List<String> faults = operations.faults(call, new DescribedOperations.Given(answer.statusCode(),
                String.valueOf(answer.getContentType()), answer.asString()));
        if (!faults.isEmpty()) {
            throw new AssertionError(call + " was answered as its description does not say: " + faults + "\n"
                    + answer.asString());
        }
        return answer;
    }
}
