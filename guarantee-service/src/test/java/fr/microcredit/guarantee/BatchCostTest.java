package fr.microcredit.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
        @ResourceArg(name = "service", value = "guarantee"), @ResourceArg(name = "wire", value = "true")})
class BatchCostTest {
    /** Ten loans from the decision to the rebate, 280 events; ten decisions on what is left of the funds among them. */
    @Test
    void manyPaymentsAreBookedTogether() {
        Fund fund = new Fund();
        BatchCost.of(fund.loan(UUID.randomUUID().toString()).events());
        Passed passed = BatchCost.of(IntStream.range(0, 10).mapToObj(each -> fund.loan(UUID.randomUUID().toString()))
                .map(History::events).flatMap(List<TestEvent>::stream).toList());
        assertTrue(passed.ways() <= 20 * passed.transactions(), () -> "It took " + passed);
    }
}
