package fr.microcredit.eligibility.scheme;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.startup.StartupTask;

/** Publishes each shipped version once. */
@ApplicationScoped
public class PublishShippedSchemes implements StartupTask {
    private final SchemeLibrary library;
    private final PublishedVersions published;
    private final SchemePublisher publisher;

    PublishShippedSchemes(SchemeLibrary library, PublishedVersions published, SchemePublisher publisher) {
        this.library = library;
        this.published = published;
        this.publisher = publisher;
    }

    @Override
    public Uni<Void> run() {
        return Multi.createFrom().iterable(library.all()).onItem().transformToUniAndConcatenate(this::publishOnce)
                .collect().asList().replaceWithVoid();
    }

    private Uni<Scheme> publishOnce(Scheme scheme) {
        return published.add(scheme.schemeId(), scheme.version())
                .chain(fresh -> fresh ? publisher.published(scheme) : Uni.createFrom().voidItem()).replaceWith(scheme);
    }
}
