package fr.microcredit.eligibility.assessment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Submissions.SituationKey;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Verdict;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.Codes;

/** Tries another version of a scheme on past requests: who would change side, as counts; nobody is named. */
@ApplicationScoped
public class TryScheme {
    /** Newest dossiers that are tried. */
    public static final int AT_MOST = 2_000;

    private final Assessments assessments;
    private final Submissions submissions;
    private final AssessmentInputs inputs;

    TryScheme(Assessments assessments, Submissions submissions, AssessmentInputs inputs) {
        this.assessments = assessments;
        this.submissions = submissions;
        this.inputs = inputs;
    }

    /**
     * @param tried   number of dossiers
     * @param erased  further dossiers whose figures are no longer there, so that nobody can say
     * @param changes how many went from one verdict to another, such as {@code eligible>ineligible}
     */
    public record Trial(int tried, int erased, Map<String, Integer> changes) {
    }

    /** Past requests with what they rested on, as they were read. */
    public record Past(List<Assessment> assessments, Map<SituationKey, Situation> situations,
            AssessmentInputs.Known known) {
    }

    /** Needs the Region's scope, which sees every office's rows. */
    public Uni<Past> past(Scheme scheme) {
        return inputs.known().chain(known -> assessments.newestOfScheme(scheme.schemeId(), AT_MOST)
                .chain(found -> submissions.situations(found.stream().map(AssessmentInputs::key).toList())
                        .map(situations -> new Past(found, situations, known))));
    }

    /** May take a while: every one of them is computed anew. */
    public Trial on(Scheme scheme, Past past) {
        Map<String, Integer> changes = new TreeMap<>();
        int tried = 0;
        for (Assessment each : past.assessments()) {
            Situation situation = past.situations().get(AssessmentInputs.key(each));
            if (situation != null) {
                tried++;
                Verdict before = each.automatic().verdict();
                Verdict after = Assessor.assess(inputs.under(scheme, each, past.known(), situation)).verdict();
                if (before != after) {
                    changes.merge(Codes.of(before) + ">" + Codes.of(after), 1, Integer::sum);
                }
            }
        }
        return new Trial(tried, past.assessments().size() - tried, changes);
    }
}
