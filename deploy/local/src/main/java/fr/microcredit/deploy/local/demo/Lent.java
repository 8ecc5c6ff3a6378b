package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was paid out year by year, added up as it happens, to be compared with what the observatory counts. */
final class Lent {
    private final SortedMap<Integer, Year> years = new TreeMap<>();

    /** Loans paid out in a year. */
    record Year(long loans, long cents) {
        Year plus(Year other) {
            return new Year(loans + other.loans, cents + other.cents);
        }
    }

    synchronized void add(LocalDate on, long cents) {
        years.merge(on.getYear(), new Year(1, cents), Year::plus);
    }

    synchronized SortedMap<Integer, Year> years() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(years));
    }
}
