package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Reason;

/** What named persons may make of an automatic answer (domain.md A.5). */
public final class AssessmentRules {
    private AssessmentRules() {
    }

    /**
     * The answer as the rules gave it. That a match is another person was judged once for the person, whatever of the request
     * has changed since; with more found than was judged, it is judged again.
     *
     * @param before the newest assessment of an earlier version
     */
    public static Accepted<Assessment, AssessmentEvent> first(Assessment assessment, Optional<Assessment> before) {
        boolean another = before.filter(last -> last.about().personId().equals(assessment.about().personId()))
                .filter(last -> last.basis().otherCents() >= assessment.basis().otherCents())
                .flatMap(last -> last.terms().personCapJudged()).orElse(false);
        Assessment known = another
                ? assessment.with(Outcome.PERSON_CAP, AssessmentRules::stillAnother, assessment.terms().withCapJudged(),
                        assessment.lastOn())
                : assessment;
        return new Accepted<>(known, List.of(AssessmentEvent.Assessed.of(known)));
    }

    private static Outcome stillAnother(Outcome match) {
        return match.result() == Result.NEEDS_HUMAN ? match.judged(Result.PASS) : match;
    }

    /**
     * A named person judges what no rule can decide. The same judgement again changes nothing; a rule that the scheme
     * leaves open is closed by the scheme and by nobody's judgement.
     *
     * @param judgement pass or fail
     */
    public static Decision<Assessment, AssessmentEvent> judge(Assessment assessment, String rule, Result judgement,
            LocalDate on) {
        Optional<Outcome> outcome = assessment.outcome(rule).filter(AssessmentRules::isAPersons);
        if (assessment.confirmed() || outcome.isEmpty() || judgement == Result.NEEDS_HUMAN) {
            return Decision.refused(Reason.conflict("nothing-to-judge"));
        }
        if (outcome.get().equals(outcome.get().judged(judgement))) {
            return Decision.unchanged(assessment);
        }
        if (outcome.get().result() != Result.NEEDS_HUMAN) {
            return Decision.refused(Reason.conflict("nothing-to-judge"));
        }
        boolean another = rule.equals(Outcome.PERSON_CAP) && judgement == Result.PASS;
        Assessment judged = assessment.with(rule, found -> found.judged(judgement),
                another ? assessment.terms().withCapJudged() : assessment.terms(), on);
        return Decision.accepted(judged, AssessmentEvent.Judged.of(judged, rule, judgement));
    }

    /** Not a rule that the scheme leaves open. */
    static boolean isAPersons(Outcome outcome) {
        return !outcome.code().equals(OpenRules.CODE);
    }

    /**
     * A named person sets a failed rule aside, where the scheme allows it. Again it changes nothing.
     *
     * @param allowed rules that the scheme lets a person set aside
     */
    public static Decision<Assessment, AssessmentEvent> override(Assessment assessment, String rule,
            List<String> allowed, LocalDate on) {
        Optional<Outcome> outcome = assessment.outcome(rule);
        if (assessment.confirmed() || outcome.isEmpty() || !allowed.contains(rule)) {
            return Decision.refused(Reason.conflict("nothing-to-override"));
        }
        if (outcome.get().equals(outcome.get().overridden())) {
            return Decision.unchanged(assessment);
        }
        if (outcome.get().result() != Result.FAIL) {
            return Decision.refused(Reason.conflict("nothing-to-override"));
        }
        Assessment overridden = assessment.with(rule, Outcome::overridden, assessment.terms(), on);
        return Decision.accepted(overridden, AssessmentEvent.Overridden.of(overridden, rule));
    }

    /** A named person confirms that the request does not fit; what is still to be judged can not mend that. */
    public static Decision<Assessment, AssessmentEvent> confirm(Assessment assessment, LocalDate on) {
        if (assessment.confirmed()) {
            return Decision.unchanged(assessment);
        }
        if (assessment.verdict() != Verdict.INELIGIBLE) {
            return Decision.refused(Reason.conflict("nothing-to-confirm"));
        }
        Assessment confirmed = assessment.confirm(on);
        return Decision.accepted(confirmed, AssessmentEvent.Confirmed.of(confirmed));
    }
}
