package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;

/** Holds a request against every rule of its scheme; never only against the first that fails. */
public final class Assessor {
    private static final List<Rule> WHATEVER_THE_SIZE = Stream
            .of(RequestRules.ALL, MeansRules.ALL, AidRules.ALL, List.<Rule>of(OpenRules::look))
            .flatMap(List::stream).toList();

    private Assessor() {
    }

    public static Findings assess(Case c) {
        Collector found = new Collector();
        look(WHATEVER_THE_SIZE, c, found);
        look(SizeRules.ALL, c, found);
        return found.done();
    }

    /** Whether some rule fails whatever amount and term are asked for. */
    static boolean failsAtAnySize(Case c) {
        Collector found = new Collector();
        look(WHATEVER_THE_SIZE, c, found);
        return found.fails();
    }

    /** Whether no rule on amount and term fails. */
    static boolean sizePasses(Case c) {
        Collector found = new Collector();
        look(SizeRules.ALL, c, found);
        return !found.fails();
    }

    private static void look(List<Rule> rules, Case c, Collector found) {
        for (Rule rule : rules) {
            rule.look(c, found);
        }
    }

    /**
     * A named person judges what no rule can decide. The same judgement again gives the same assessment.
     *
     * @param judgement pass or fail
     * @return empty when the rule is not one to be judged, or was judged otherwise before; a rule that the scheme leaves
     *         open is closed by the scheme and by nobody's judgement
     */
    public static Optional<Assessment> judge(Assessment assessment, String rule, Result judgement) {
        Optional<Outcome> outcome = assessment.outcome(rule).filter(found -> !found.code().equals(OpenRules.CODE));
        if (assessment.confirmed() || outcome.isEmpty() || judgement == Result.NEEDS_HUMAN) {
            return Optional.empty();
        }
        boolean open = outcome.get().result() == Result.NEEDS_HUMAN;
        boolean same = outcome.get().equals(outcome.get().judged(judgement));
        return open || same
                ? Optional.of(assessment.with(rule, found -> found.judged(judgement)))
                : Optional.empty();
    }

    /**
     * A named person sets a failed rule aside, where the scheme allows it. Again it gives the same assessment.
     *
     * @param allowed rules that the scheme lets a person set aside
     * @return empty when the rule does not fail, is not one of these, or the assessment was confirmed
     */
    public static Optional<Assessment> override(Assessment assessment, String rule, List<String> allowed) {
        Optional<Outcome> outcome = assessment.outcome(rule);
        if (assessment.confirmed() || outcome.isEmpty() || !allowed.contains(rule)) {
            return Optional.empty();
        }
        boolean fails = outcome.get().result() == Result.FAIL;
        boolean same = outcome.get().equals(outcome.get().overridden());
        return fails || same ? Optional.of(assessment.with(rule, Outcome::overridden)) : Optional.empty();
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
