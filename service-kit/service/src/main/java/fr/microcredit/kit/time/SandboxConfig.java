package fr.microcredit.kit.time;

import java.time.LocalDate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** A business date that an operator moves; never in production. */
@ConfigMapping(prefix = "microcredit.sandbox")
public interface SandboxConfig {
    @WithDefault("false")
    boolean enabled();

    /** Business date of a fresh sandbox. */
    @WithDefault("2008-07-01")
    LocalDate startDate();
}
