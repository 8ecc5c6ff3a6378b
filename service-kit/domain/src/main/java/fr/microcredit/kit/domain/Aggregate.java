package fr.microcredit.kit.domain;

import java.time.LocalDate;

/** Something that is read, decided on and written whole. Its state is a value; a change is another value. */
public interface Aggregate {
    /** Unique among its kind within the service. */
    String key();

    /** Office or bank whose row it is. */
    String tenant();

    /** Where it stands, in kebab case; lists are searched by it. */
    String status();

    /** Lists are in the order of this day, newest first. */
    LocalDate day();

    /** Business date of the newest act on it: the next one is not earlier. */
    LocalDate lastOn();

    /** Where its versions begin; what takes another one's place under one address counts on from there. */
    default long firstVersion() {
        return 0;
    }
}
