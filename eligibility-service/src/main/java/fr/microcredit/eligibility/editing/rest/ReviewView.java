package fr.microcredit.eligibility.editing.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.eligibility.assessment.TryScheme;
import fr.microcredit.eligibility.editing.ReviewDraft.Review;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.rest.SchemeView;
import fr.microcredit.kit.json.KitJson;

/**
 * A draft beside what applies now.
 *
 * @param runningVersion that applies on the draft's first day, absent for a new scheme
 * @param changes        rule by rule
 * @param unobeyed       places of what the draft says and no service obeys yet
 * @param trial          past requests tried by the draft's rules
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(SchemeView draft, String runningVersion, List<Change> changes, List<String> unobeyed,
        TryScheme.Trial trial) {

    /** @param before absent for a new scheme */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(String rule, JsonNode before, JsonNode after) {
    }

    static ReviewView of(Review review) {
        JsonNode after = tree(review.draft());
        JsonNode before = review.running().map(ReviewView::tree).orElse(null);
        return new ReviewView(SchemeView.of(review.draft()),
                review.running().map(each -> each.scheme().version()).orElse(null),
                review.changedRules().stream().map(rule -> new Change(rule,
                        before == null ? null : before.at("/" + rule), after.at("/" + rule))).toList(),
                review.unobeyed(), review.trial());
    }

    private static JsonNode tree(SchemeVersion version) {
        return KitJson.tree(version.document());
    }
}
