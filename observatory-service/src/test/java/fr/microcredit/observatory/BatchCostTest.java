package fr.microcredit.observatory;

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
        @ResourceArg(name = "service", value = "observatory"), @ResourceArg(name = "wire", value = "true")})
class BatchCostTest {
    /** Two offices, so that each batch is in two parts. */
    @Test
    void manyDossiersAreLearntTogether() {
        BatchCost.of(opened(5));
        Passed passed = BatchCost.of(opened(400));
        assertTrue(passed.ways() <= 40 && passed.statements() <= 60, () -> "It took " + passed);
    }

    private static List<TestEvent> opened(int many) {
        return IntStream.range(0, many)
                .mapToObj(each -> History.event("dossier.opened", "one", UUID.randomUUID().toString(), 1,
                        Map.of("officeId", each % 2 == 0 ? "ccas-dijon" : "ccas-limoges")))
                .toList();
    }
}
