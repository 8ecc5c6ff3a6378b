package fr.microcredit.eligibility.editing.rest;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.eligibility.editing.ReviewDraft.Review;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.rest.SchemeView;
import fr.microcredit.kit.event.WireJson;

/**
 * A draft beside what applies now.
 *
 * @param runningVersion that applies on the draft's first day, absent for a new scheme
 * @param changes        rule by rule
 * @param trial          past requests tried by the draft's rules
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(SchemeView draft, String runningVersion, List<Change> changes, TrialView trial) {

    /** @param before absent for a new scheme */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(String rule, JsonNode before, JsonNode after) {
    }

    /**
     * @param tried   newest dossiers that were tried
     * @param changes how many would go from one verdict to another, such as {@code eligible>ineligible}
     */
    public record TrialView(int tried, Map<String, Integer> changes) {
    }

    static ReviewView of(Review review) {
        JsonNode after = tree(review.draft());
        JsonNode before = review.running().map(ReviewView::tree).orElse(null);
        return new ReviewView(SchemeView.of(review.draft()),
                review.running().map(each -> each.scheme().version()).orElse(null),
                review.changedRules().stream().map(rule -> new Change(rule,
                        before == null ? null : before.at("/" + rule), after.at("/" + rule))).toList(),
                new TrialView(review.trial().tried(), review.trial().changes()));
    }

    private static JsonNode tree(SchemeVersion version) {
        try {
            return WireJson.MAPPER.readTree(version.document());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
