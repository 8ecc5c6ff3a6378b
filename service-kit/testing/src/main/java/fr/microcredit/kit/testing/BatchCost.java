package fr.microcredit.kit.testing;

import java.time.Duration;
import java.util.List;

import fr.microcredit.backing.Await;

/** What it costs a consumer to take many events that stand on its topics together; needs {@code wire=true}. */
public final class BatchCost {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private BatchCost() {
    }

    /** Publishes the events and returns what passed to PostgreSQL until all are applied. */
    public static DatabaseWire.Passed of(List<TestEvent> events) {
        DatabaseWire wire = TestPlatform.running().wire();
        long before = read();
        wire.passed();
        Topics.publish(events);
        Await.until(LIMIT, () -> read() - before + " of " + events.size() + " events read",
                () -> read() - before == events.size());
        return wire.passed();
    }

    private static long read() {
        return TestPlatform.running().db().number("select coalesce(sum(next_offset), 0) from stream_position");
    }
}
