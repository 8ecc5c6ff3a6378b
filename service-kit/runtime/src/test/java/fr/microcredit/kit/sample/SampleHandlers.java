package fr.microcredit.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.sql.Sql;

/** Writes down what it hears; an event of the second topic needs one of the first with the number it names. */
@ApplicationScoped
public class SampleHandlers implements EventHandlers {
    public static final String SAID = "fr.microcredit.kittest.said";
    public static final String REPLIED = "fr.microcredit.kittest.replied";
    private static volatile boolean broken;

    public record Said(String key, String text) {
    }

    public record Replied(String key, String text, String to) {
    }

    /** A fault in this service's own code, mended later. */
    public static void setBroken(boolean value) {
        broken = value;
    }

    @Override
    public void register(Subscriptions to) {
        to.on(SAID, 1, Said.class, (event, said) -> write(event, said.text())).on(REPLIED, 1, Replied.class,
                this::reply);
    }

    private Uni<Reception> reply(ReceivedEvent event, Replied reply) {
        return Sql.of("select count(*) from heard where key = :key and text = :to").with("key", reply.key())
                .with("to", reply.to()).first(row -> row.number(0))
                .chain(count -> count.orElse(0L) == 0
                        ? Uni.createFrom().item(Reception.EARLY)
                        : write(event, reply.text()));
    }

    private Uni<Reception> write(ReceivedEvent event, String text) {
        return Sql.of("insert into heard (key, text) values (:key, :text)").with("key", event.key()).with("text", text)
                .update().map(rows -> {
                    if (broken && text.contains("fragile")) {
                        throw new IllegalStateException("a fault in our own code");
                    }
                    return Reception.APPLIED;
                });
    }
}
