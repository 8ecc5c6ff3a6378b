package fr.microcredit.eligibility;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

import fr.microcredit.kit.testing.BatchCost;
import fr.microcredit.kit.testing.DatabaseWire.Passed;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;

/** What many events that come together cost: about what a few cost. */
@QuarkusTest
@QuarkusTestResource(value = TestPlatform.class, restrictToAnnotatedClass = true, initArgs = {
        @ResourceArg(name = "service", value = "eligibility"), @ResourceArg(name = "wire", value = "true")})
class BatchCostTest {
    /** One would take a dozen ways by itself; here a poll takes fifteen however many there are. */
    @Test
    void aHundredRequestsAreAssessedTogether() {
        BatchCost.of(requests(5));
        Passed passed = BatchCost.of(requests(100));
        assertTrue(passed.ways() <= 15 * passed.transactions(), () -> "It took " + passed);
    }

    private static List<TestEvent> requests(int many) {
        return IntStream.range(0, many).mapToObj(each -> request()).flatMap(List::stream).toList();
    }

    private static List<TestEvent> request() {
        return new History(UUID.randomUUID().toString(),
                Map.of("officeId", "ccas-dijon", "personId", UUID.randomUUID().toString()))
                .then("dossier.opened", "one", Map.of()).then("dossier.submitted", "washing-machine", Map.of())
                .then("situation.declared", "lone-parent", Map.of()).events();
    }
}
