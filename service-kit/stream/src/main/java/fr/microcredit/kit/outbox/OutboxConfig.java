package fr.microcredit.kit.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the relay empties the outbox. */
@ConfigMapping(prefix = "microcredit.outbox")
public interface OutboxConfig {
    /** Looks for rows of other instances this often; rows of this one wake the relay at once. */
    @WithDefault("200ms")
    Duration poll();

    /** While rows keep coming, the shortest time between the beginnings of two batches. */
    @WithDefault("15ms")
    Duration gather();

    /** Rows sent in one transaction. */
    @WithDefault("500")
    int batch();

    /** A fault drill can keep the relay still: rows wait until the service starts with the relay on. */
    @WithDefault("true")
    boolean relayEnabled();

    /** What to do at the start when a topic of this service holds more than its database knows of. */
    @WithDefault("refuse")
    TopicAhead topicAhead();

    /** Answers to a database that was set back. */
    enum TopicAhead {
        /** Do not start. */
        REFUSE,
        /**
         * Take over the numbers of the topic and go on: what the topic tells and the database has lost stays lost, and has to
         * be entered again by hand. For an operator who has read the runbook.
         */
        ADOPT
    }
}
