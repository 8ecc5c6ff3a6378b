package fr.microcredit.kit.reception;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are received. */
@ConfigMapping(prefix = "microcredit.events")
public interface EventsConfig {
    /** Whose rows an event's effects are: of the {@code office} or of the {@code bank} it names; absent where rows have no tenant. */
    Optional<Owner> tenant();

    /** While events keep coming, the shortest time between the beginnings of two batches; zero for none. */
    @WithDefault("50ms")
    Duration gather();

    /** How often an event that fails for no known reason is tried before it becomes a dead letter. */
    @WithDefault("4")
    int attemptsMax();

    /** Pause before the next try; doubles up to {@link #pauseMax()}. */
    @WithDefault("50ms")
    Duration pauseMin();

    /** Longest pause between two tries. */
    @WithDefault("5s")
    Duration pauseMax();

    /** Dossiers whose parked events are looked at in one round, every five seconds. */
    @WithDefault("50")
    int parkedBatch();

    /** Longest pause between two looks at a dossier's parked events. */
    @WithDefault("10m")
    Duration parkedPauseMax();

    /** An event that has been parked for longer is told to an operator. */
    @WithDefault("1d")
    Duration parkedOverdue();

    /** Events of topics without gapless numbers are remembered for so long; longer than such a topic keeps them. */
    @WithDefault("40d")
    Duration inboxRetention();

    /** Which of an event's attributes names the tenant. */
    enum Owner {
        OFFICE, BANK
    }
}
