package fr.microcredit.eligibility.editing.rest;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.eligibility.assessment.TryScheme;
import fr.microcredit.eligibility.editing.ReviewDraft.Review;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.rest.SchemeView;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.json.KitJson;

/**
 * A draft beside what applies now.
 *
 * @param runningVersion that applies on the draft's first day, absent for a new scheme
 * @param changes        rule by rule
 * @param unobeyed       places of what the draft says and no service obeys yet
 * @param trial          past requests tried by the draft's rules
 */
public record ReviewView(SchemeView draft, Optional<String> runningVersion, List<Change> changes, List<String> unobeyed,
        TryScheme.Trial trial) {

    /** @param before absent for a new scheme */
    public record Change(String rule, Optional<Verbatim> before, Verbatim after) {
    }

    static ReviewView of(Review review) {
        JsonNode after = tree(review.draft());
        Optional<JsonNode> before = review.running().map(ReviewView::tree);
        return new ReviewView(SchemeView.of(review.draft()),
                review.running().map(each -> each.scheme().version()),
                review.changedRules().stream()
                        .map(rule -> new Change(rule, before.map(each -> clause(each, rule)), clause(after, rule)))
                        .toList(),
                review.unobeyed(), review.trial());
    }

    private static Verbatim clause(JsonNode file, String rule) {
        return new Verbatim(file.at("/" + rule).toString());
    }

    private static JsonNode tree(SchemeVersion version) {
        return KitJson.tree(version.document());
    }
}
