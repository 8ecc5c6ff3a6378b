package fr.microcredit.kit.outbox;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;

import fr.microcredit.kit.event.EventCatalogue;
import fr.microcredit.kit.event.EventContract;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.event.Traces;
import fr.microcredit.kit.event.WireJson;
import fr.microcredit.kit.sql.Sql;

/**
 * Where a use case leaves its events: rows in the transaction of its state, sent afterwards by the relay. The row of
 * {@code outbox_sequence} is locked until the commit, so that the numbers of one key follow its commits without a gap.
 */
@ApplicationScoped
public class Outbox {
    private static final String NUMBERED = """
                                           with numbered as (
                                             insert into outbox_sequence as s (topic, key, last) values (:topic, :key, 1)
                                             on conflict (topic, key) do update set last = s.last + 1
                                             returning last)
                                           insert into outbox (event_id, topic, key, sequence, type, data_schema, trace_parent, headers, payload, restricted)
                                           select :id, :topic, :key, last, :type, :schema, :parent, :headers,
                                                  """;
    private static final String WITH_VALUE = NUMBERED + " :payload, :restricted from numbered";
    private static final String TOMBSTONE = NUMBERED + " cast(null as bytea), :restricted from numbered";
    private static final String NO_HEADERS = "{}";

    private final EventCatalogue catalogue;

    Outbox(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Adds the events in order. */
    public Uni<Void> append(List<OutgoingEvent> events) {
        return Multi.createFrom().iterable(events).onItem().transformToUniAndConcatenate(this::append).collect()
                .asList().replaceWithVoid();
    }

    public Uni<Void> append(OutgoingEvent event) {
        EventContract contract = catalogue.contractOf(event.type());
        Sql insert = statement(event.data() == null ? null : json(event.data())).with("topic", contract.topic())
                .with("key", event.key()).with("type", contract.type()).with("schema", contract.schemaUri())
                .with("headers", NO_HEADERS).with("restricted", contract.restricted());
        return insert.update().replaceWithVoid();
    }

    /**
     * Adds a record that is no event of the service's contract, such as a dead letter.
     *
     * @param headersJson a JSON object of further record headers
     * @param payload     the value as it was, or null
     */
    public Uni<Void> appendRaw(String topic, String key, String type, String headersJson, byte[] payload) {
        return statement(payload).with("topic", topic).with("key", key).with("type", type).with("schema", "")
                .with("headers", headersJson).with("restricted", false).update().replaceWithVoid();
    }

    private static Sql statement(byte[] payload) {
        Sql insert = Sql.of(payload == null ? TOMBSTONE : WITH_VALUE).with("id", UUID.randomUUID())
                .with("parent", Traces.currentParent());
        return payload == null ? insert : insert.with("payload", payload);
    }

    private static byte[] json(Object data) {
        try {
            return WireJson.MAPPER.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON for " + data.getClass().getSimpleName(), e);
        }
    }
}
