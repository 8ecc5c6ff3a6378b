package fr.microcredit.eligibility.directory.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A bank, with the days of its national approval.
 *
 * @param from        first day of its approval
 * @param to          last day of its approval
 * @param territories INSEE codes of communes or of departments where it lends; empty for the whole country
 * @param contacts    functions and office addresses, never private persons
 */
public record Bank(String id, String version, LocalDate from, Optional<LocalDate> to, String source, String name,
        List<String> territories, List<Contact> contacts) implements Entry {
    public Bank {
        territories = List.copyOf(territories);
        contacts = List.copyOf(contacts);
    }

    /**
     * Whom an office turns to.
     *
     * @param function such as "service microcrédit"
     * @param address  electronic address of the function
     */
    public record Contact(String function, String address) {
    }

    @Override
    public Kind kind() {
        return Kind.BANK;
    }
}
