package fr.microcredit.kit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import fr.microcredit.kit.event.TopicOrder;

/** What a service can set of the ground it stands on. */
@ConfigMapping(prefix = "microcredit")
public interface KitConfig {
    /** The name that stands in {@code ce_source}, in dead-letter topics and in inbox rows, such as {@code intake}. */
    String service();

    Tenancy tenancy();

    Events events();

    Outbox outbox();

    Idempotency idempotency();

    Sandbox sandbox();

    /** Who owns a row. */
    interface Tenancy {
        /** Field of an event's data that names the tenant its effect belongs to; absent where rows have no tenant. */
        Optional<String> eventField();
    }

    /** How events are received. */
    interface Events {
        /** Topics whose events are not applied one by one without gaps, by topic name. */
        Map<String, TopicOrder> order();

        /** Topics whose values never leave them: their dead letters hold identifiers only. */
        Optional<java.util.Set<String>> restrictedTopics();

        /** How often an event that fails for no known reason is tried before it becomes a dead letter. */
        @WithDefault("4")
        int attemptsMax();

        /** Pause before the next try; doubles up to {@link #pauseMax()}. */
        @WithDefault("50ms")
        Duration pauseMin();

        /** Longest pause between two tries. */
        @WithDefault("5s")
        Duration pauseMax();
    }

    /** How the relay empties the outbox. */
    interface Outbox {
        /** Looks for rows of other instances this often; rows of this one wake the relay at once. */
        @WithDefault("200ms")
        Duration poll();

        /** Rows sent in one transaction. */
        @WithDefault("500")
        int batch();

        /** A fault drill can keep the relay still: rows wait until the service starts with the relay on. */
        @WithDefault("true")
        boolean relayEnabled();
    }

    /** How commands are kept from happening twice. */
    interface Idempotency {
        /** Whether a command without {@code Idempotency-Key} is refused. */
        @WithDefault("false")
        boolean required();

        /** Answers are replayed for this long. */
        @WithDefault("7d")
        Duration retention();
    }

    /** A business date that an operator moves; never in production. */
    interface Sandbox {
        @WithDefault("false")
        boolean enabled();

        /** Business date of a fresh sandbox. */
        @WithDefault("2008-07-01")
        LocalDate startDate();
    }
}
