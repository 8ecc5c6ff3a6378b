package fr.microcredit.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.event.WireJson;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.testing.ConsumerContract;
import fr.microcredit.kit.testing.Contracts;

@OnTestPlatform
class ContractTest {
    private static final String MODULE = "guarantee-service";

    @Inject
    Instance<EventHandlers> handlers;

    @Test
    void whatWeListenToIsWhatOthersPublish() throws Exception {
        Subscriptions subscriptions = new Subscriptions();
        handlers.forEach(handler -> handler.register(subscriptions));
        assertEquals(List.of(), new ConsumerContract(MODULE, subscriptions.wireTypes(), WireJson.MAPPER).check());
    }

    @Test
    void everyGoldenExampleStillFitsItsSchema() {
        assertEquals(List.of(), Contracts.of(MODULE).exampleViolations());
    }
}
