package fr.microcredit.kit.loan;

import java.time.LocalDate;

/** Monthly due dates, anchored on the original day: the 31st becomes the 30th or 28th and then the 31st again. */
public final class DueDates {
    private DueDates() {
    }

    /**
     * @param first  due date of the first instalment
     * @param number of the instalment, from 1
     */
    public static LocalDate of(LocalDate first, int number) {
        return first.plusMonths(number - 1L);
    }

    /**
     * How many of the instalments are due on the day or before.
     *
     * @return 0 to {@code months}
     */
    public static int dueUntil(LocalDate first, int months, LocalDate day) {
        int due = 0;
        while (due < months && !of(first, due + 1).isAfter(day)) {
            due++;
        }
        return due;
    }
}
