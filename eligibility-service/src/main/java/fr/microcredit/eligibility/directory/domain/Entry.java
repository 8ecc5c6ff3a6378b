package fr.microcredit.eligibility.directory.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.kit.domain.Codes;

/**
 * A version of what the directory says of a body, a bank or a convention. Once published it never changes; a change or an end
 * is a later version of the same identifier.
 */
public sealed interface Entry permits AccompanyingBody, Bank, Convention {
    /** What an entry is about. */
    enum Kind {
        ACCOMPANYING_BODY(AccompanyingBody.class), BANK(Bank.class), CONVENTION(Convention.class);

        private final Class<? extends Entry> type;

        Kind(Class<? extends Entry> type) {
            this.type = type;
        }

        public Class<? extends Entry> type() {
            return type;
        }
    }

    /** Stable over versions, of one kind for ever. */
    String id();

    /** Unique for the identifier. */
    String version();

    /** First day on which it holds. */
    LocalDate from();

    /** Last day, open where empty; a version that begins later ends one that was left open. */
    Optional<LocalDate> to();

    /** Where it is written; "Réglage de la plateforme" where nobody but the platform says it. */
    String source();

    Kind kind();

    /** One for each version, so that a compacted topic keeps every one for ever. */
    default String key() {
        return id() + "/" + version();
    }

    default boolean holdsOn(LocalDate day) {
        return hasBegunOn(day) && !hasEndedBefore(day);
    }

    default boolean hasBegunOn(LocalDate day) {
        return !day.isBefore(from());
    }

    /** Whether its last day is over; the last day itself still counts. */
    default boolean hasEndedBefore(LocalDate day) {
        return to().filter(day::isAfter).isPresent();
    }

    /** The kind as it is written outside Java. */
    default String kindCode() {
        return Codes.of(kind());
    }
}
