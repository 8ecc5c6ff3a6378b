package fr.microcredit.kit.startup;

import io.smallrye.mutiny.Uni;

/** Work a service does once at every start, after its database is migrated and before it takes requests. */
public interface StartupTask {
    /** Runs in a transaction of the platform's own scope; must be harmless when it was done before. */
    Uni<Void> run();
}
