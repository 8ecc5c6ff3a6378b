package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;

/** Holds a request against every rule of its scheme; never only against the first that fails. */
public final class Assessor {
    private Assessor() {
    }

    public static List<Outcome> outcomes(Case c) {
        return Stream.concat(RequestRules.ALL.stream(), MeansRules.ALL.stream()).map(rule -> rule.look(c))
                .flatMap(Optional::stream).toList();
    }

    /**
     * A named person judges what no rule can decide. The same judgement again gives the same assessment.
     *
     * @return empty when the rule is not one to be judged, or was judged otherwise before
     */
    public static Optional<Assessment> judge(Assessment assessment, String rule, Result judgement) {
        Optional<Outcome> outcome = assessment.outcome(rule);
        if (assessment.confirmed() || outcome.isEmpty()) {
            return Optional.empty();
        }
        boolean open = outcome.get().result() == Result.NEEDS_HUMAN;
        boolean same = outcome.get().equals(outcome.get().judged(judgement));
        return open || same ? Optional.of(assessment.judged(rule, judgement)) : Optional.empty();
    }

    /**
     * A named person confirms that the request does not fit.
     *
     * @return empty unless a rule fails; what is still to be judged can not mend that
     */
    public static Optional<Assessment> confirm(Assessment assessment) {
        return assessment.verdict() == Verdict.INELIGIBLE ? Optional.of(assessment.confirm()) : Optional.empty();
    }
}
