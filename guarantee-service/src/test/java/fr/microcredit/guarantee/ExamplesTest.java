package fr.microcredit.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.ExampleJourney;
import fr.microcredit.kit.testing.TestTokens;

/** The examples of the API in the order of {@code docs/api.md}: each succeeds where what it needs is there. */
@OnTestPlatform
class ExamplesTest {
    private final Fund fund = new Fund();
    private final ExampleJourney examples = new ExampleJourney();

    @Test
    void everyExampleSucceedsWhereWhatItNeedsIsThere() {
        examples.read();
        String manager = TestTokens.office(fund.office, Roles.OFFICE_MANAGER);
        examples.send("GrantResource_endow", Fund.MANAGER, Map.of("guarantor", fund.national));
        String envelope = examples.send("GrantResource_grantEnvelope", manager, Map.of()).path("id");
        examples.send("GrantResource_correct", manager, Map.of("grantId", envelope));
        assertEquals(150_000_000, Fund.balance("guarantor:" + fund.national + ":available"));
        assertEquals(900_000, Fund.balance("envelope:" + fund.office + ":2008:available"));
        assertEquals(List.of(), examples.left());
    }
}
