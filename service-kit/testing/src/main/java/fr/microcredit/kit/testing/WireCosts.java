package fr.microcredit.kit.testing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;

import fr.microcredit.kit.testing.DatabaseWire.Passed;

/** What each operation costs on the way to PostgreSQL, where the test platform stands behind a {@link DatabaseWire}. */
final class WireCosts {
    private static final Cost COMMAND = new Cost(7, 4);
    /** What stands in two tables takes two statements, behind the one that enters the scope. */
    private static final Cost QUERY = new Cost(3, 2);

    private final Predicate<String> isQuery;
    private final Map<String, Passed> least = new TreeMap<>();
    private final Map<String, Cost> allowed = new HashMap<>();

    /** At most. */
    private record Cost(int statements, int ways) {
        boolean allows(Passed passed) {
            return passed.statements() <= statements && passed.ways() <= ways;
        }
    }

    /** @param isQuery of an operation */
    WireCosts(Predicate<String> isQuery) {
        this.isQuery = isQuery;
    }

    void allow(String operationId, int statements, int ways) {
        allowed.put(operationId, new Cost(statements, ways));
    }

    /** On every connection statements are prepared with the first calls: the cheapest tells. */
    <T> T measured(String operationId, Supplier<T> call) {
        DatabaseWire wire = TestPlatform.running().wire();
        if (wire == null) {
            return call.get();
        }
        wire.passed();
        T answer = call.get();
        least.merge(operationId, wire.passed(), BinaryOperator.minBy(Comparator.comparing(Passed::ways)));
        return answer;
    }

    /** What takes more than it may, with what it took. */
    List<String> dear() {
        return least.entrySet().stream().filter(each -> !of(each.getKey()).allows(each.getValue()))
                .map(each -> each.getKey() + ": " + each.getValue()).toList();
    }

    private Cost of(String operationId) {
        return allowed.getOrDefault(operationId, isQuery.test(operationId) ? QUERY : COMMAND);
    }
}
