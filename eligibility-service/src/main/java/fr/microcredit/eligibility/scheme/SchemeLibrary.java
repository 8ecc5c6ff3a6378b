package fr.microcredit.eligibility.scheme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.domain.Scheme;

/** The published versions in memory, read again when there are more: what is published never changes. */
@ApplicationScoped
public class SchemeLibrary {
    private final SchemeVersions versions;
    private final AtomicReference<Shelf> read = new AtomicReference<>(new Shelf(List.of()));

    SchemeLibrary(SchemeVersions versions) {
        this.versions = versions;
    }

    /** Published versions at one moment. */
    public record Shelf(List<SchemeVersion> versions) {
        /** The version that applies on a day, as far as it was published then. A later version ends an earlier one. */
        public Optional<Scheme> find(String schemeId, LocalDate day) {
            return versions.stream().filter(version -> version.wasKnownOn(day)).map(SchemeVersion::scheme)
                    .filter(scheme -> scheme.schemeId().equals(schemeId) && !scheme.validFrom().isAfter(day))
                    .max(Comparator.comparing(Scheme::validFrom)).filter(scheme -> scheme.appliesOn(day));
        }

        /** The version that is to apply on a day, by all that is published. */
        public Optional<SchemeVersion> planned(String schemeId, LocalDate day) {
            return versions.stream()
                    .filter(version -> version.scheme().schemeId().equals(schemeId)
                            && !version.scheme().validFrom().isAfter(day))
                    .max(Comparator.comparing(version -> version.scheme().validFrom()))
                    .filter(version -> version.scheme().appliesOn(day));
        }

        public Optional<Scheme> version(String schemeId, String version) {
            return schemes().stream()
                    .filter(scheme -> scheme.schemeId().equals(schemeId) && scheme.version().equals(version))
                    .findFirst();
        }

        /** Every scheme open to a commune on a day: its own first, the national frame last. */
        public List<Scheme> openTo(String commune, LocalDate day) {
            return schemes().stream().map(Scheme::schemeId).distinct().sorted()
                    .flatMap(schemeId -> find(schemeId, day).stream())
                    .filter(scheme -> scheme.territory().covers(commune))
                    .sorted(Comparator.comparing(scheme -> scheme.territory().level())).toList();
        }

        public List<Scheme> schemes() {
            return versions.stream().map(SchemeVersion::scheme).toList();
        }
    }

    /** Seen from the running transaction. */
    public Uni<Shelf> current() {
        return versions.published().chain(count -> count == read.get().versions().size()
                ? Uni.createFrom().item(read.get())
                : versions.all().map(all -> new Shelf(all.stream().filter(SchemeVersion::isPublished).toList()))
                        .invoke(read::set));
    }

    /** What was read last; a new version shows here within seconds. */
    public Shelf latest() {
        return read.get();
    }
}
