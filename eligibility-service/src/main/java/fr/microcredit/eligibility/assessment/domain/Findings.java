package fr.microcredit.eligibility.assessment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything the rules of a scheme say of a request.
 *
 * @param outcomes one for each rule the scheme has
 * @param notes    what decides nothing
 */
public record Findings(List<Outcome> outcomes, List<Note> notes) {
    public Findings {
        outcomes = List.copyOf(outcomes);
        notes = List.copyOf(notes);
    }

    public Verdict verdict() {
        return Verdict.of(outcomes);
    }

    /** Collects while the rules are looked at. */
    static final class Collector {
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();

        void add(Outcome outcome) {
            outcomes.add(outcome);
        }

        void note(String code, Map<String, String> figures, String source) {
            notes.add(new Note(code, figures, source));
        }

        boolean fails() {
            return outcomes.stream().anyMatch(outcome -> outcome.result() == Outcome.Result.FAIL);
        }

        Findings done() {
            return new Findings(outcomes, notes);
        }
    }
}
