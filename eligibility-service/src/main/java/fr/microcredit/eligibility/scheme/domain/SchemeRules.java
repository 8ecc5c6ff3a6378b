package fr.microcredit.eligibility.scheme.domain;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** Every rule a scheme has, by its place in the file: a clause that is in a record of the scheme is a rule. */
final class SchemeRules {
    static final List<Rule> ALL = Stream.of(Scheme.class.getRecordComponents())
            .filter(part -> part.getType().isRecord()).flatMap(SchemeRules::rulesOf).toList();

    private SchemeRules() {
    }

    private static Stream<Rule> rulesOf(RecordComponent part) {
        return Stream.of(part.getType().getRecordComponents()).filter(clause -> clause.getType() == Clause.class)
                .map(clause -> new Rule(part, clause));
    }

    /** A rule and where it stands. */
    record Rule(RecordComponent part, RecordComponent clause) {
        String name() {
            return part.getName() + "/" + clause.getName();
        }

        Clause<?> of(Scheme scheme) {
            return (Clause<?>) read(clause, read(part, scheme));
        }

        private static Object read(RecordComponent component, Object record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component.toString(), e);
            }
        }
    }
}
