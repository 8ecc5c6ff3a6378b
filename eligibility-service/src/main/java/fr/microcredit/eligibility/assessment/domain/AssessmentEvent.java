package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.UUID;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;

/** Something that has happened to an assessment, as others are told of it: no figure of the person. */
public sealed interface AssessmentEvent {
    /** What one rule said; over-indebtedness is never among them (domain.md A.13). */
    record RuleOutcome(String rule, Result outcome, String code) {
        static List<RuleOutcome> of(Assessment assessment) {
            return assessment.outcomes().stream().filter(outcome -> !outcome.isSensitive())
                    .map(outcome -> new RuleOutcome(outcome.rule(), outcome.result(), outcome.code())).toList();
        }
    }

    /** The rules have looked at a version of a request. */
    record Assessed(int revision, UUID assessmentId, String schemeId, Verdict verdict, Purpose purpose,
            List<RuleOutcome> outcomes, Terms terms) implements AssessmentEvent {
        static Assessed of(Assessment a) {
            return new Assessed(a.revision(), a.id(), a.wish().schemeId(), a.verdict(), a.wish().purpose(),
                    RuleOutcome.of(a), a.terms());
        }
    }

    /** A named agent has judged what no rule can decide. */
    record Judged(int revision, UUID assessmentId, String schemeId, Verdict verdict, Purpose purpose,
            List<RuleOutcome> outcomes, Terms terms, String rule, Result judgement) implements AssessmentEvent {
        static Judged of(Assessment a, String rule, Result judgement) {
            return new Judged(a.revision(), a.id(), a.wish().schemeId(), a.verdict(), a.wish().purpose(),
                    RuleOutcome.of(a), a.terms(), rule, judgement);
        }
    }

    /** A named person has set a failed rule aside. */
    record Overridden(int revision, UUID assessmentId, String schemeId, Verdict verdict, Purpose purpose,
            List<RuleOutcome> outcomes, Terms terms, String rule) implements AssessmentEvent {
        static Overridden of(Assessment a, String rule) {
            return new Overridden(a.revision(), a.id(), a.wish().schemeId(), a.verdict(), a.wish().purpose(),
                    RuleOutcome.of(a), a.terms(), rule);
        }
    }

    /** A named agent has confirmed that the request does not fit. */
    record Confirmed(int revision, UUID assessmentId, List<String> codes) implements AssessmentEvent {
        static Confirmed of(Assessment a) {
            return new Confirmed(a.revision(), a.id(), a.outcomes().stream()
                    .filter(outcome -> outcome.result() == Result.FAIL && !outcome.isSensitive()).map(Outcome::rule)
                    .toList());
        }
    }
}
