package fr.microcredit.kit.sandbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;

import fr.microcredit.kit.time.SandboxConfig;

/** A production profile with the sandbox switched on does not start: nobody may move the date of real loans. */
@ApplicationScoped
class SandboxGuard {
    private static final String PRODUCTION = "prod";

    void check(@Observes StartupEvent event, SandboxConfig config) {
        refuse(config.enabled(), ConfigUtils.getProfiles());
    }

    static void refuse(boolean sandbox, List<String> profiles) {
        if (sandbox && profiles.contains(PRODUCTION)) {
            throw new IllegalStateException("microcredit.sandbox.enabled must be off under the profile " + PRODUCTION);
        }
    }
}
