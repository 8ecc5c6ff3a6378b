package fr.microcredit.kit.testing;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property over random cases; the seed is printed on failure and taken from {@code -Dseed=} to repeat it. */
public final class Seeded {
    private Seeded() {
    }

    public static void cases(int count, Consumer<Random> property) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int number = 0; number < count; number++) {
            try {
                property.accept(random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Case " + number + " of seed " + seed + " (repeat with -Dseed=" + seed + ")",
                        e);
            }
        }
    }
}
