package fr.microcredit.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

import fr.microcredit.kit.event.Envelope;
import fr.microcredit.kit.event.EventType;
import fr.microcredit.kit.event.Traces;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.UnitOfWork;

/**
 * Where a transaction leaves its events: gathered while it runs, written in one statement at its end, sent afterwards by the
 * relay. The rows of {@code outbox_sequence} are locked from then until the commit, so that the numbers of one key follow
 * its commits without a gap.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
                                         with given as (
                                           select * from unnest(cast(:ids as uuid[]), cast(:topics as text[]), cast(:keys as text[]),
                                             cast(:types as text[]), cast(:schemas as text[]), cast(:attributes as text[]),
                                             cast(:headers as text[]), cast(:payloads as bytea[]), cast(:restricted as boolean[]))
                                           with ordinality as g(id, topic, key, type, schema, attributes, headers, payload, restricted, place)),
                                         counted as (select topic, key, count(*) as many from given group by topic, key order by topic, key),
                                         numbered as (
                                           insert into outbox_sequence as s (topic, key, last) select topic, key, many from counted
                                           on conflict (topic, key) do update set last = s.last + excluded.last
                                           returning topic, key, last)
                                         insert into outbox (event_id, topic, key, sequence, type, data_schema, trace_parent, attributes, headers,
                                                             payload, restricted)
                                         select g.id, g.topic, g.key,
                                                n.last - c.many + row_number() over (partition by g.topic, g.key order by g.place),
                                                g.type, g.schema, :parent, g.attributes, g.headers, g.payload, g.restricted
                                         from given g join counted c on c.topic = g.topic and c.key = g.key
                                           join numbered n on n.topic = g.topic and n.key = g.key
                                         order by g.place""";
    private static final String NOTHING = "{}";

    private final OutboxRelay relay;

    Outbox(OutboxRelay relay) {
        this.relay = relay;
    }

    /** @param data of the event, or null for a tombstone */
    public void add(EventType type, String key, Envelope envelope, Object data) {
        gathered().add(new Waiting(type.topicName(), key, type.type(), type.schemaUri(),
                json(envelope.attributesByName()), NOTHING, data == null ? null : bytes(data), type.restricted()));
    }

    /**
     * Adds a record that is no event of the service's own, such as a dead letter.
     *
     * @param headers a JSON object of record headers
     * @param payload the value as it was, or null
     */
    public void addRaw(String topic, String key, String type, JsonObject headers, byte[] payload) {
        gathered().add(new Waiting(topic, key, type, "", NOTHING, headers.encode(), payload, false));
    }

    private List<Waiting> gathered() {
        UnitOfWork unit = UnitOfWork.current();
        return unit.gathered(Outbox.class, this::insert, relay::wake);
    }

    private Sql insert(List<Waiting> rows) {
        return Sql.of(INSERT).with("ids", rows.stream().map(row -> UUID.randomUUID()).toList())
                .with("topics", rows.stream().map(Waiting::topic).toList())
                .with("keys", rows.stream().map(Waiting::key).toList())
                .with("types", rows.stream().map(Waiting::type).toList())
                .with("schemas", rows.stream().map(Waiting::schema).toList())
                .with("attributes", rows.stream().map(Waiting::attributes).toList())
                .with("headers", rows.stream().map(Waiting::headers).toList())
                .with("payloads", Buffer.class, rows.stream().map(Waiting::payload).toList())
                .with("restricted", rows.stream().map(Waiting::restricted).toList())
                .with("parent", Traces.currentParent());
    }

    private static String json(Map<String, String> attributes) {
        JsonObject json = new JsonObject();
        attributes.forEach(json::put);
        return json.encode();
    }

    private static byte[] bytes(Object data) {
        return KitJson.write(data).getBytes(StandardCharsets.UTF_8);
    }

    private record Waiting(String topic, String key, String type, String schema, String attributes, String headers,
            byte[] payload, boolean restricted) {
    }
}
