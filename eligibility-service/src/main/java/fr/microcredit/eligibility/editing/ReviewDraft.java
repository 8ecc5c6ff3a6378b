package fr.microcredit.eligibility.editing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.TryScheme;
import fr.microcredit.eligibility.editing.domain.SchemeComparison;
import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.SchemeLibrary.Shelf;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.SchemeVersions;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;

/** What the second person looks at before a draft is published: what changes, and who would change side. */
@ApplicationScoped
public class ReviewDraft {
    private final SchemeVersions versions;
    private final SchemeLibrary library;
    private final TryScheme trial;

    ReviewDraft(SchemeVersions versions, SchemeLibrary library, TryScheme trial) {
        this.versions = versions;
        this.library = library;
        this.trial = trial;
    }

    /**
     * @param running      version that applies on the draft's first day, if there is one
     * @param changedRules places of the rules that differ
     * @param trial        of past requests
     */
    public record Review(SchemeVersion draft, Optional<SchemeVersion> running, List<String> changedRules,
            TryScheme.Trial trial) {
    }

    public Uni<List<SchemeVersion>> drafts() {
        return versions.all().map(all -> all.stream().filter(each -> !each.isPublished()).toList());
    }

    /** Fails with {@code not-found}. */
    public Uni<Review> review(String schemeId, String version) {
        return versions.all().map(all -> find(all, schemeId, version)).chain(draft -> library.current()
                .chain(shelf -> trial.on(draft.scheme()).map(tried -> review(draft, shelf, tried))));
    }

    private static SchemeVersion find(List<SchemeVersion> all, String schemeId, String version) {
        return all.stream()
                .filter(each -> each.scheme().schemeId().equals(schemeId) && each.scheme().version().equals(version))
                .findFirst().orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    private static Review review(SchemeVersion draft, Shelf shelf, TryScheme.Trial tried) {
        Scheme scheme = draft.scheme();
        Optional<SchemeVersion> running = shelf.planned(scheme.schemeId(), scheme.validFrom());
        List<String> changed = running.map(each -> SchemeComparison.changedRules(each.scheme(), scheme))
                .orElse(List.copyOf(scheme.clauses().keySet()));
        return new Review(draft, running, changed, tried);
    }
}
