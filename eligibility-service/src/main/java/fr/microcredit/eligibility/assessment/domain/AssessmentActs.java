package fr.microcredit.eligibility.assessment.domain;

import java.util.ArrayList;
import java.util.List;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;

/** What named persons can make of an assessment as it stands: told with every refusal. */
public final class AssessmentActs {
    private AssessmentActs() {
    }

    /** Each named as its address is. */
    public enum Act {
        JUDGEMENTS, OVERRIDES, CONFIRMATION
    }

    /**
     * On one of its rules at least; on which is looked at when it is done.
     *
     * @param allowed rules that the scheme lets a person set aside
     */
    public static List<Act> of(Assessment assessment, List<String> allowed) {
        List<Act> acts = new ArrayList<>();
        if (assessment.confirmed()) {
            return acts;
        }
        if (assessment.outcomes().stream()
                .anyMatch(each -> each.result() == Result.NEEDS_HUMAN && AssessmentRules.isAPersons(each))) {
            acts.add(Act.JUDGEMENTS);
        }
        if (assessment.outcomes().stream()
                .anyMatch(each -> each.result() == Result.FAIL && allowed.contains(each.rule()))) {
            acts.add(Act.OVERRIDES);
        }
        if (assessment.verdict() == Verdict.INELIGIBLE) {
            acts.add(Act.CONFIRMATION);
        }
        return acts;
    }
}
