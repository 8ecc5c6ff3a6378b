package fr.microcredit.eligibility.scheme;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.domain.Finding;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.domain.SchemeCheck;
import fr.microcredit.eligibility.scheme.domain.SchemePublished;
import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.outbox.Events;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.startup.StartupTask;

/**
 * Puts each scheme file of this release on the shelf once: published where every rule it needs is closed, as a draft that
 * says what is missing where one is open. A file that does not fit stops the start.
 */
@ApplicationScoped
public class PutShippedSchemes implements StartupTask {
    private static final String BY = "release";

    private final ShippedSchemes shipped;
    private final SchemeReader reader;
    private final SchemeVersions versions;
    private final SchemeLibrary library;
    private final Events events;

    PutShippedSchemes(ShippedSchemes shipped, SchemeReader reader, SchemeVersions versions, SchemeLibrary library,
            Events events) {
        this.shipped = shipped;
        this.reader = reader;
        this.versions = versions;
        this.library = library;
        this.events = events;
    }

    @Override
    public Uni<Void> run() {
        return Each.inOrder(shipped.documents(), this::put).chain(library::current).replaceWithVoid();
    }

    private Uni<Void> put(String document) {
        Scheme scheme = sound(document);
        SchemeVersion draft = new SchemeVersion(scheme, document, Sha256.of(document), BY, scheme.validFrom(),
                Optional.empty(), Optional.empty());
        return versions.locked(scheme.schemeId(), scheme.version())
                .chain(known -> known.isPresent() ? Uni.createFrom().voidItem() : putNew(draft));
    }

    private Scheme sound(String document) {
        SchemeReader.Reading reading = reader.read(document);
        List<Finding> findings = reading.scheme().map(SchemeCheck::of).orElse(reading.findings());
        if (!findings.isEmpty()) {
            throw new IllegalStateException("A shipped scheme is not sound: " + findings);
        }
        return reading.scheme().orElseThrow();
    }

    /** A shipped version counts as published from its first day on. */
    private Uni<Void> putNew(SchemeVersion draft) {
        Uni<Void> put = versions.putDraft(draft);
        if (!draft.scheme().blockingRules().isEmpty()) {
            return put;
        }
        SchemeVersion published = draft.published(BY, draft.scheme().validFrom());
        SchemePublished told = SchemePublished.of(draft.scheme());
        return put.chain(() -> versions.publish(published))
                .invoke(() -> events.publish(told.key(), draft.scheme().validFrom(), told));
    }
}
