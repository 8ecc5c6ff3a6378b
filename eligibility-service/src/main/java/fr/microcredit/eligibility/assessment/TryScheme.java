package fr.microcredit.eligibility.assessment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.parameter.ParameterLibrary;
import fr.microcredit.eligibility.parameter.domain.Parameters;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** Tries another version of a scheme on past requests: who would change side, as counts; nobody is named. */
@ApplicationScoped
public class TryScheme {
    /** Newest dossiers that are tried. */
    public static final int AT_MOST = 2_000;

    private final Assessments assessments;
    private final AssessmentInputs inputs;
    private final ParameterLibrary parameters;

    TryScheme(Assessments assessments, AssessmentInputs inputs, ParameterLibrary parameters) {
        this.assessments = assessments;
        this.inputs = inputs;
        this.parameters = parameters;
    }

    /**
     * @param tried   number of dossiers
     * @param changes how many went from one verdict to another, such as {@code eligible>ineligible}
     */
    public record Trial(int tried, Map<String, Integer> changes) {
    }

    /** Needs the Region's scope, which sees every office's rows. */
    public Uni<Trial> on(Scheme scheme) {
        return parameters.current().chain(values -> assessments.newestOfScheme(scheme.schemeId(), AT_MOST)
                .chain(past -> Multi.createFrom().iterable(past).onItem()
                        .transformToUniAndConcatenate(each -> verdicts(each, scheme, values)).collect().asList()
                        .map(all -> count(past.size(), all))));
    }

    private Uni<String> verdicts(Assessment past, Scheme scheme, Parameters values) {
        return inputs.again(past, scheme, values).map(subject -> past.automatic().verdict().code() + ">"
                + Assessor.assess(subject).verdict().code());
    }

    private static Trial count(int tried, List<String> all) {
        Map<String, Integer> changes = new TreeMap<>();
        for (String change : all) {
            int arrow = change.indexOf('>');
            if (!change.substring(0, arrow).equals(change.substring(arrow + 1))) {
                changes.merge(change, 1, Integer::sum);
            }
        }
        return new Trial(tried, changes);
    }
}
