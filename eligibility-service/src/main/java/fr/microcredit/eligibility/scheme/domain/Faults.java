package fr.microcredit.eligibility.scheme.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects what is wrong with a scheme. */
final class Faults {
    private final List<Finding> findings = new ArrayList<>();

    void require(boolean holds, String pointer, String code, Object... arguments) {
        if (!holds) {
            findings.add(Finding.at(pointer, code, arguments));
        }
    }

    <T> void distinct(List<T> all, Function<T, ?> name, String pointer) {
        require(all.stream().map(name).distinct().count() == all.size(), pointer, "named-twice");
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
