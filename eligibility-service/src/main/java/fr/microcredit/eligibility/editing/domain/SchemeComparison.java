package fr.microcredit.eligibility.editing.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** Which rules of a version differ from those of another, rule by rule. */
public final class SchemeComparison {
    private SchemeComparison() {
    }

    /** Places of the rules that say something else, or rest on something else. */
    public static List<String> changedRules(Scheme running, Scheme draft) {
        Map<String, Clause<?>> before = running.clauses();
        return draft.clauses().entrySet().stream()
                .filter(entry -> !Objects.equals(before.get(entry.getKey()), entry.getValue())).map(Map.Entry::getKey)
                .toList();
    }
}
