package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;

/**
 * The answer of a scheme's rules to one version of a request.
 *
 * @param revision  of the request
 * @param on        business date of the assessment
 * @param confirmed whether a named person has confirmed that it does not fit
 * @param version   counts the changes of this revision
 */
public record Assessment(UUID id, UUID dossierId, String officeId, UUID personId, int revision, LocalDate on, Wish wish,
        String schemeVersion, List<Outcome> outcomes, boolean confirmed, long version) {
    private static final long STATES_PER_REVISION = 1_000_000;

    /** Changes with every change and every revision: who has read one revision can not act on the next. */
    public long state() {
        return revision * STATES_PER_REVISION + version;
    }

    public Verdict verdict() {
        return Verdict.of(outcomes);
    }

    public Optional<Outcome> outcome(String rule) {
        return outcomes.stream().filter(outcome -> outcome.rule().equals(rule)).findFirst();
    }

    Assessment judged(String rule, Result judgement) {
        return withOutcomes(outcomes.stream()
                .map(outcome -> outcome.rule().equals(rule) ? outcome.judged(judgement) : outcome).toList());
    }

    private Assessment withOutcomes(List<Outcome> changed) {
        return new Assessment(id, dossierId, officeId, personId, revision, on, wish, schemeVersion, changed, confirmed,
                version);
    }

    Assessment confirm() {
        return new Assessment(id, dossierId, officeId, personId, revision, on, wish, schemeVersion, outcomes, true,
                version);
    }
}
