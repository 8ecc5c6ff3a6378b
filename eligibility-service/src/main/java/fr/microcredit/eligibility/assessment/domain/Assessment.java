package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The answer of a scheme's rules to one version of a request, and what named persons made of it.
 *
 * @param revision  of the request
 * @param on        business date of the assessment
 * @param basis     with which it can be computed again
 * @param automatic what the rules said, never changed
 * @param outcomes  the same after judgements and overrides
 * @param confirmed whether a named person has confirmed that it does not fit
 * @param version   counts the changes of this revision
 */
public record Assessment(UUID id, UUID dossierId, String officeId, UUID personId, int revision, LocalDate on, Wish wish,
        Basis basis, Findings automatic, List<Outcome> outcomes, boolean confirmed, long version) {
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

    Assessment with(String rule, UnaryOperator<Outcome> change) {
        List<Outcome> changed = outcomes.stream()
                .map(outcome -> outcome.rule().equals(rule) ? change.apply(outcome) : outcome).toList();
        return new Assessment(id, dossierId, officeId, personId, revision, on, wish, basis, automatic, changed,
                confirmed, version);
    }

    Assessment confirm() {
        return new Assessment(id, dossierId, officeId, personId, revision, on, wish, basis, automatic, outcomes, true,
                version);
    }
}
