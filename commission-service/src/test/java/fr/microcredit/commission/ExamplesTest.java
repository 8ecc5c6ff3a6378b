package fr.microcredit.commission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.ExampleJourney;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** The examples of the API in the order of {@code docs/api.md}: each succeeds where what it needs is there. */
@OnTestPlatform
class ExamplesTest {
    private static final Map<String, Object> EARLY = Map.of("effectiveOn", "2008-07-01");

    private final ExampleJourney examples = new ExampleJourney();

    @Test
    void everyExampleSucceedsWhereWhatItNeedsIsThere() {
        examples.read();
        Commission refusing = new Commission();
        refusing.arrive(refusing.history(EARLY), "waiting");
        String president = TestTokens.office(refusing.office, Roles.COMMISSION_PRESIDENT);
        String session = examples.send("SessionResource_convene",
                TestTokens.office(refusing.office, Roles.COMMISSION_SECRETARY), Map.of()).path("sessionId");
        examples.send("SessionResource_open", president, Map.of("id", session));
        examples.send("SessionResource_decide", president, Map.of("id", session), Map.of("dossierId", refusing.id));
        refusing.act(session, "/closure", null).then().statusCode(200);

        talks("ConcertationResource_meet");
        talks("ConcertationResource_waive");
        assertEquals(List.of(), examples.left());
    }

    /** A bank has disagreed on the day of the examples. */
    private void talks(String operationId) {
        Commission commission = new Commission();
        commission.arrive(commission.history(EARLY), "waiting");
        String session = commission.convene("2008-07-01");
        commission.open(session);
        commission.decide(session, "approved", List.of()).then().statusCode(200);
        Topics.publish(commission.disagreement("2008-07-01"));
        commission.awaitDisagreement("open");
        examples.send(operationId, TestTokens.office(commission.office, Roles.OFFICE_MANAGER),
                Map.of("dossierId", commission.id));
    }
}
