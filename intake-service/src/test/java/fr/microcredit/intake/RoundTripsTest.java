package fr.microcredit.intake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import fr.microcredit.kit.testing.DatabaseWire;
import fr.microcredit.kit.testing.DatabaseWire.Passed;
import fr.microcredit.kit.testing.TestPlatform;

/** What a command and a read cost on the way to PostgreSQL, with a network between. */
@QuarkusTest
@QuarkusTestResource(value = TestPlatform.class, restrictToAnnotatedClass = true, initArgs = {
        @ResourceArg(name = "service", value = "intake"), @ResourceArg(name = "wire", value = "true")})
class RoundTripsTest {
    private static final int CALLS = 15;
    private static final Desk DESK = Desk.ofDijon();

    private static String opened() {
        return DESK.open(Desk.form()).then().statusCode(201).extract().path("dossierId");
    }

    private static String changedOne() {
        String id = opened();
        changed(id).then().statusCode(200);
        return id;
    }

    private static Response changed(String id) {
        return DESK.request().header("If-Match", "\"0\"").body(Desk.form()).put("/dossiers/" + id);
    }

    @Test
    void openingADossier() {
        assertAtMost(6, 3, () -> "", none -> DESK.open(Desk.form()));
    }

    @Test
    void changingADossier() {
        assertAtMost(6, 3, RoundTripsTest::opened, RoundTripsTest::changed);
    }

    @Test
    void withdrawing() {
        assertAtMost(6, 3, RoundTripsTest::changedOne, id -> DESK.request().header("If-Match", "\"1\"")
                .body(Map.of("reason", "applicant", "effectiveOn", "2008-07-01"))
                .post("/dossiers/" + id + "/withdrawal"));
    }

    /** It looks at the catalogue of schemes besides. */
    @Test
    void submitting() {
        assertAtMost(7, 3, RoundTripsTest::changedOne, id -> DESK.request().header("If-Match", "\"1\"")
                .body(Map.of("effectiveOn", "2008-07-01")).post("/dossiers/" + id + "/submission"));
    }

    @Test
    void reading() {
        assertAtMost(2, 2, RoundTripsTest::opened, id -> DESK.request().get("/dossiers/" + id));
    }

    /** However many dossiers stand on it. */
    @Test
    void aPage() {
        IntStream.range(0, CALLS).forEach(each -> opened());
        assertAtMost(2, 2, RoundTripsTest::opened, id -> DESK.request().get("/dossiers"));
        assertTrue(DESK.request().get("/dossiers").jsonPath().getList("items").size() >= CALLS);
    }

    /** The cheapest of some calls: on every connection of the pool statements are prepared with the first ones. */
    private static void assertAtMost(int statements, int ways, Supplier<String> before,
            Function<String, Response> call) {
        Desk.publishScheme();
        Passed least = IntStream.range(0, CALLS).mapToObj(each -> passed(before.get(), call))
                .min(Comparator.comparing(Passed::ways)).orElseThrow();
        assertTrue(least.statements() <= statements && least.ways() <= ways, () -> "It took " + least);
    }

    private static Passed passed(String id, Function<String, Response> call) {
        DatabaseWire wire = TestPlatform.running().wire();
        wire.passed();
        assertTrue(call.apply(id).statusCode() < 300);
        return wire.passed();
    }
}
