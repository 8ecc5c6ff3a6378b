package fr.microcredit.eligibility.directory;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.directory.domain.Entry;
import fr.microcredit.kit.outbox.Events;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.startup.StartupTask;

/**
 * Publishes each entry of this release once, from its first day on. That they fit beside the shipped schemes is held by a test,
 * since both come with the release.
 */
@ApplicationScoped
public class PutShippedEntries implements StartupTask {
    private static final String BY = "release";

    private final ShippedEntries shipped;
    private final EntryVersions versions;
    private final Events events;

    PutShippedEntries(ShippedEntries shipped, EntryVersions versions, Events events) {
        this.shipped = shipped;
        this.versions = versions;
        this.events = events;
    }

    @Override
    public Uni<Void> run() {
        return Each.inOrder(shipped.entries(), this::put);
    }

    private Uni<Void> put(Entry entry) {
        return versions.locked(entry.key())
                .chain(known -> known.isPresent() ? Uni.createFrom().voidItem() : putNew(entry));
    }

    private Uni<Void> putNew(Entry entry) {
        EntryVersion draft = new EntryVersion(entry, versions.sha256(entry), BY, entry.from(), Optional.empty(),
                Optional.empty());
        return versions.putDraft(draft).chain(() -> versions.publish(draft.published(BY, entry.from())))
                .invoke(() -> events.publish(entry.key(), entry.from(), (Record) entry));
    }
}
