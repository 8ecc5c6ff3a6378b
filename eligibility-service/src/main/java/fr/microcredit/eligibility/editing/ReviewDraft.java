package fr.microcredit.eligibility.editing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.TryScheme;
import fr.microcredit.eligibility.editing.domain.SchemeComparison;
import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.SchemeLibrary.Shelf;
import fr.microcredit.eligibility.scheme.SchemeReader;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.SchemeVersions;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.sql.Beside;

/** What the second person looks at before a draft is published: what changes, and who would change side. */
@ApplicationScoped
public class ReviewDraft {
    private final SchemeVersions versions;
    private final SchemeLibrary library;
    private final TryScheme trial;
    private final SchemeReader reader;

    ReviewDraft(SchemeVersions versions, SchemeLibrary library, TryScheme trial,
            SchemeReader reader) {
        this.versions = versions;
        this.library = library;
        this.trial = trial;
        this.reader = reader;
    }

    /**
     * @param running      version that applies on the draft's first day, if there is one
     * @param changedRules places of the rules that differ
     * @param unobeyed     places of what the draft says and no service obeys yet
     * @param trial        of past requests
     */
    public record Review(SchemeVersion draft, Optional<SchemeVersion> running, List<String> changedRules,
            List<String> unobeyed, TryScheme.Trial trial) {
    }

    /** What a review looks at, as it was read. */
    public record Read(SchemeVersion draft, Shelf shelf, TryScheme.Past past) {
    }

    public Uni<List<SchemeVersion>> drafts() {
        return versions.all().map(all -> all.stream().filter(each -> !each.isPublished()).toList());
    }

    /** Fails with {@code not-found}. */
    public Uni<Read> read(String schemeId, String version) {
        return Beside.of(versions.all(), library.current(), (all, shelf) -> new Shelves(find(all, schemeId, version),
                shelf)).chain(looked -> trial.past(looked.draft().scheme())
                        .map(past -> new Read(looked.draft(), looked.shelf(), past)));
    }

    private record Shelves(SchemeVersion draft, Shelf shelf) {
    }

    private static SchemeVersion find(List<SchemeVersion> all, String schemeId, String version) {
        return all.stream()
                .filter(each -> each.scheme().schemeId().equals(schemeId) && each.scheme().version().equals(version))
                .findFirst().orElseThrow(RefusedException::unknown);
    }

    /** May take a while: past requests are tried by the draft's rules. */
    public Review review(Read read) {
        Scheme scheme = read.draft().scheme();
        Optional<SchemeVersion> running = read.shelf().planned(scheme.schemeId(), scheme.validFrom());
        List<String> changed = running.map(each -> SchemeComparison.changedRules(each.scheme(), scheme))
                .orElse(List.copyOf(scheme.clauses().keySet()));
        return new Review(read.draft(), running, changed, reader.unobeyed(read.draft().document()),
                trial.on(scheme, read.past()));
    }
}
