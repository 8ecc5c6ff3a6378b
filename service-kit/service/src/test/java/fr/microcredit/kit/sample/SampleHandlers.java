package fr.microcredit.kit.sample;

import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.reception.Subscriptions;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Foreseen;

/** Writes down what it hears; a reply on the second topic needs what it replies to. */
@ApplicationScoped
public class SampleHandlers implements EventHandlers {
    private static final String COUNT = "select count(*) as heard from heard where key = :key and text = :to";
    private static volatile boolean broken;

    public record Said(String text) {
    }

    public record Replied(String text, String to) {
    }

    /** A fault in this service's own code, mended later. */
    public static void setBroken(boolean value) {
        broken = value;
    }

    @Override
    public void register(Subscriptions to) {
        to.from("first").on("said", Said.class, (event, said) -> write(event, said.text()));
        to.from("second").whenReady("replied", Replied.class, this::reply);
        to.from("latest", TopicOrder.LATEST).on("said", Said.class, (event, said) -> write(event, said.text()));
        to.fromRestricted("person", TopicOrder.LATEST).whenReady("named", Replied.class, this::reply)
                .erased(this::forget);
        to.fromRestricted("secret", TopicOrder.ANY).on("said", Said.class, (event, said) -> write(event, said.text()));
    }

    private Uni<Reception> reply(ReceivedEvent event, Replied reply) {
        return Sql.of(COUNT).with("key", event.key()).with("to", reply.to()).first(row -> row.number("heard"))
                .chain(count -> count.orElse(0L) == 0
                        ? Uni.createFrom().item(Reception.EARLY)
                        : write(event, reply.text()).replaceWith(Reception.APPLIED));
    }

    private Uni<Void> forget(ReceivedEvent event) {
        return Sql.of("delete from heard where key = :key").with("key", event.key()).update().replaceWithVoid();
    }

    /** Reads what was heard before of all whom the batch is about. */
    private static final Foreseen<Long> BEFORE = new Foreseen<>(about -> Optional.of(about.dossierId().toString()),
            keys -> Sql.of("select key, text from heard where key = any(:keys)").with("keys", keys)
                    .list(SampleHandlers::readable).map(found -> found.stream().collect(
                            Collectors.groupingBy(key -> key, Collectors.counting()))));

    private static String readable(Row row) {
        if (row.text("text").equals("unreadable")) {
            throw new IllegalArgumentException("a row that can not be read any more");
        }
        return row.text("key");
    }

    /** A text that says so asks for a table that is not there, and may pass over the failure. */
    private Uni<Void> write(ReceivedEvent event, String text) {
        if (text.equals("asks")) {
            return BEFORE.of(event.key()).chain(known -> insert(event, text));
        }
        if (!text.contains("no-such-table")) {
            return insert(event, text);
        }
        Uni<Void> failing = Sql.of("select 1 from no_such_table").update().replaceWithVoid();
        return text.contains("passed-over") ? failing.onFailure().recoverWithNull() : failing;
    }

    private static Uni<Void> insert(ReceivedEvent event, String text) {
        return Sql.of("insert into heard (key, text) values (:key, :text)").with("key", event.key()).with("text", text)
                .update().invoke(() -> {
                    if (broken && text.contains("fragile")) {
                        throw new IllegalStateException("a fault in our own code");
                    }
                }).replaceWithVoid();
    }
}
