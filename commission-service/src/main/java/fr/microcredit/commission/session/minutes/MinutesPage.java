package fr.microcredit.commission.session.minutes;

import java.util.List;

/**
 * What stands in a session's minutes, in words.
 *
 * @param facts of the session
 * @param items of its agenda, in its order
 */
public record MinutesPage(String title, String office, List<Line> facts, List<Item> items, String closing) {
    /** A fact with its name. */
    public record Line(String name, String value) {
    }

    /** A request and what became of it. */
    public record Item(String heading, List<Line> lines) {
    }
}
