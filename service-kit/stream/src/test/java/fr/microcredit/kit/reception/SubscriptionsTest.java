package fr.microcredit.kit.reception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.event.Envelope;
import fr.microcredit.kit.event.PoisonException;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.json.KitJson;

class SubscriptionsTest {
    private static final JsonNode DATA = KitJson.MAPPER.createObjectNode();

    private final List<String> seen = new ArrayList<>();
    private Reception answer = Reception.APPLIED;

    record Paid() {
    }

    @Test
    void whoListensToAllSeesEveryTypeOfItsTopicAndNoOther() {
        Subscriptions all = subscriptions();
        dispatch(all, "bank", "paid", DATA);
        dispatch(all, "bank", "not-invented-yet", DATA);
        dispatch(all, "fund", "paid", DATA);
        assertEquals(List.of("handler", "all paid", "all not-invented-yet"), seen);
    }

    @Test
    void whoListensToAllWaitsWithThoseWhoWait() {
        answer = Reception.EARLY;
        assertEquals(Reception.EARLY, dispatch(subscriptions(), "bank", "paid", DATA));
        assertEquals(List.of("handler"), seen);
    }

    @Test
    void aTombstoneIsSeenByTheErasingHandlerOnly() {
        dispatch(subscriptions(), "bank", "paid", null);
        assertEquals(List.of("erased"), seen);
    }

    @Test
    void aVersionGoesToItsOwnHandlerAndAnUnknownOneToNone() {
        Subscriptions all = new Subscriptions();
        all.from("bank").version(1, "paid", Paid.class, (event, paid) -> see("old").replaceWith(() -> answer))
                .version(2, "paid", Paid.class, (event, paid) -> see("new").replaceWith(() -> answer));
        dispatch(all, "bank", "paid", DATA, 1);
        dispatch(all, "bank", "paid", DATA, 2);
        for (int unknown : new int[]{-1, 0, 3}) {
            assertEquals("unknown-version", assertThrows(PoisonException.class,
                    () -> dispatch(all, "bank", "paid", DATA, unknown)).code());
        }
        assertEquals(List.of("old", "new"), seen);
    }

    @Test
    void aVersionThatOneOfTwoFeaturesDoesNotKnowIsAppliedByNeither() {
        Subscriptions all = new Subscriptions();
        all.nextFeature();
        all.from("bank").on("paid", Paid.class, (event, paid) -> see("one"))
                .version(2, "paid", Paid.class, (event, paid) -> see("one, new").replaceWith(() -> answer));
        all.nextFeature();
        all.from("bank").on("paid", Paid.class, (event, paid) -> see("other"));
        dispatch(all, "bank", "paid", DATA, 1);
        assertThrows(PoisonException.class, () -> dispatch(all, "bank", "paid", DATA, 2));
        assertEquals(List.of("one", "other"), seen);
    }

    private Subscriptions subscriptions() {
        Subscriptions all = new Subscriptions();
        all.from("bank").all(event -> see("all " + event.type().replace("fr.microcredit.bank.", "")))
                .whenReady("paid", Paid.class, (event, paid) -> see("handler").replaceWith(() -> answer))
                .erased(event -> see("erased"));
        return all;
    }

    private Uni<Void> see(String what) {
        return Uni.createFrom().voidItem().invoke(() -> seen.add(what));
    }

    private static Reception dispatch(Subscriptions all, String topic, String name, JsonNode data) {
        return dispatch(all, topic, name, data, 1);
    }

    private static Reception dispatch(Subscriptions all, String topic, String name, JsonNode data, int version) {
        return all.dispatch(new ReceivedEvent("id", "fr.microcredit." + topic + "." + name, version,
                "microcredit." + topic, "key", 1, "", new Envelope(Optional.empty(), LocalDate.of(2008, 7, 1)), data))
                .await().indefinitely();
    }
}
