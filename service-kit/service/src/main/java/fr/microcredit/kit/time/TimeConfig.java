package fr.microcredit.kit.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How business dates are held. */
@ConfigMapping(prefix = "microcredit.time")
public interface TimeConfig {
    /** Days within which an act may be recorded late (domain.md A.19). */
    @WithDefault("90")
    int backdatingDaysMax();
}
