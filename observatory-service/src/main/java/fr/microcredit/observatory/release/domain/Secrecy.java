package fr.microcredit.observatory.release.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which cells may be shown: at least a number of persons in them, and for amounts nobody who alone makes up most of it
 * (domain.md A.14). A cell without anybody is below the number too, so a zero gives nothing away. What two shown cells
 * give away by their sum or their difference is held to the same number.
 *
 * @param personsMin           11, never under 5
 * @param dominancePercentMax  85: the largest share one person may have of an amount
 */
public record Secrecy(int personsMin, int dominancePercentMax) {
    private static final int PERSONS_FLOOR = 5;
    private static final int HIDDEN_TOGETHER_MIN = 2;
    private static final long PERCENT = 100;

    public Secrecy {
        if (personsMin < PERSONS_FLOOR) {
            throw new IllegalArgumentException("A cell may never show fewer than " + PERSONS_FLOOR + " persons");
        }
    }

    public boolean shows(long persons) {
        return persons >= personsMin;
    }

    /** The value where it may be shown. */
    public OptionalLong count(long value, long persons) {
        return shows(persons) ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** The amount where it may be shown; {@code largest} is the most that one person has of {@code total}. */
    public OptionalLong amount(long value, long persons, long largest, long total) {
        boolean dominated = Math.multiplyExact(largest, PERCENT) > Math.multiplyExact(total,
                (long) dominancePercentMax);
        return shows(persons) && !dominated ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /**
     * Counts of which some are parts of others, in the order of their weight: a cell is shown only if it differs from every
     * cell shown before it by enough persons, whichever of the two may be the whole.
     */
    public List<Cell> nested(List<Counted> counts) {
        List<Counted> shown = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (Counted count : counts) {
            boolean show = shows(count.persons()) && shown.stream().allMatch(other -> areApart(count, other));
            if (show) {
                shown.add(count);
            }
            cells.add(Cell.of(count, show));
        }
        return cells;
    }

    private boolean areApart(Counted one, Counted other) {
        return shows(Math.abs(one.persons() - other.persons())) && shows(Math.abs(one.value() - other.value()));
    }

    /**
     * Counts that make up a total which is known: what is hidden is never one cell alone, and together holds enough persons.
     */
    public List<Cell> parts(List<Counted> counts) {
        Set<Counted> hidden = new HashSet<>(counts.stream().filter(count -> !shows(count.persons())).toList());
        List<Counted> smallestFirst = counts.stream().filter(count -> !hidden.contains(count))
                .sorted(Comparator.comparingLong(Counted::persons).thenComparing(Counted::item)).toList();
        for (Counted next : smallestFirst) {
            if (hidden.isEmpty() || hidden.size() >= HIDDEN_TOGETHER_MIN
                    && shows(hidden.stream().mapToLong(Counted::persons).sum())) {
                break;
            }
            hidden.add(next);
        }
        return counts.stream().map(count -> Cell.of(count, !hidden.contains(count))).toList();
    }

    /** Figures that no sum of others gives away, such as medians. */
    public List<Cell> alone(List<Counted> counts) {
        return counts.stream().map(count -> Cell.of(count, shows(count.persons()))).toList();
    }
}
