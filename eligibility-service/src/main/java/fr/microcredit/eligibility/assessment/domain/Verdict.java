package fr.microcredit.eligibility.assessment.domain;

import java.util.List;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;

/** All outcomes together. An ineligible result refuses nobody: a named person has to confirm it. */
public enum Verdict {
    ELIGIBLE, INELIGIBLE, NEEDS_HUMAN;

    static Verdict of(List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> outcome.result() == Result.FAIL)) {
            return INELIGIBLE;
        }
        return outcomes.stream().anyMatch(outcome -> outcome.result() == Result.NEEDS_HUMAN) ? NEEDS_HUMAN : ELIGIBLE;
    }
}
