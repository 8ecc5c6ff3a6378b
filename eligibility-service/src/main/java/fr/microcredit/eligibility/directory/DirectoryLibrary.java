package fr.microcredit.eligibility.directory;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.directory.domain.Directory;

/** What is published, in memory, read again when there is more: what is published never changes. */
@ApplicationScoped
public class DirectoryLibrary {
    private final EntryVersions versions;
    private final AtomicReference<Directory> read = new AtomicReference<>(new Directory(List.of()));

    DirectoryLibrary(EntryVersions versions) {
        this.versions = versions;
    }

    /** Seen from the running transaction. */
    public Uni<Directory> current() {
        return versions.published().chain(count -> count == read.get().entries().size()
                ? Uni.createFrom().item(read.get())
                : versions.allPublished().map(DirectoryLibrary::directory).invoke(read::set));
    }

    private static Directory directory(List<EntryVersion> all) {
        return new Directory(all.stream()
                .map(each -> new Directory.Published(each.entry(), each.publishedOn().orElseThrow())).toList());
    }
}
