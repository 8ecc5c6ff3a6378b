package fr.microcredit.kit.testing;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a property over random cases; the seed is printed on failure and taken from {@code -Dseed=} to repeat it. Mutation
 * tests, which run everything a thousand times, divide the number of cases by {@code -Dseeded.divisor=}.
 */
public final class Seeded {
    private Seeded() {
    }

    public static void cases(int count, Consumer<Random> property) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int cases = Math.max(1, count / Integer.getInteger("seeded.divisor", 1));
        for (int number = 0; number < cases; number++) {
            try {
                property.accept(random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Case " + number + " of seed " + seed + " (repeat with -Dseed=" + seed + ")",
                        e);
            }
        }
    }
}
