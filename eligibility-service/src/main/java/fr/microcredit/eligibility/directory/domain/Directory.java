package fr.microcredit.eligibility.directory.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that was published, in its order. Of one identifier the version with the latest beginning holds on a day, and of
 * two with one beginning the one that was published last.
 */
public record Directory(List<Published> entries) {
    public Directory {
        entries = List.copyOf(entries);
    }

    /** @param on business date of the publication: requests made before it are not judged by it */
    public record Published(Entry entry, LocalDate on) {
    }

    /** The convention that is to be looked at for a file of that day: it may have ended. */
    public Optional<Convention> convention(String bankId, String schemeId, LocalDate day) {
        return newest(Convention.class, each -> each.isBetween(bankId, schemeId), day);
    }

    /** The body that is to be looked at for a request of that day: it may have ended. */
    public Optional<AccompanyingBody> body(String officeId, LocalDate day) {
        return newest(AccompanyingBody.class, each -> each.id().equals(officeId), day);
    }

    /** What an identifier meant on a day, by all that was known then. */
    public Optional<Entry> find(String id, LocalDate day) {
        return newest(Entry.class, each -> each.id().equals(id), day);
    }

    /** By identifier and version, {@code cm-dijon/1}. */
    public <E extends Entry> Optional<E> version(Class<E> kind, String key) {
        return of(kind).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Every identifier's version of a day that has not ended. */
    public List<Entry> holdingOn(LocalDate day) {
        return entries.stream().map(each -> each.entry().id()).distinct().sorted()
                .flatMap(id -> find(id, day).stream()).filter(each -> each.holdsOn(day)).toList();
    }

    <E extends Entry> Stream<E> of(Class<E> kind) {
        return entries.stream().map(Published::entry).filter(kind::isInstance).map(kind::cast);
    }

    /** Versions that still say something, whatever the day: those that a later publication of the same day replaced do not. */
    <E extends Entry> Stream<E> standing(Class<E> kind) {
        return of(kind).filter(each -> of(kind).filter(other -> other.id().equals(each.id())
                && other.from().equals(each.from())).reduce((first, last) -> last).orElseThrow() == each);
    }

    /** Last day of a standing version, the next version of its identifier considered. */
    Optional<LocalDate> lastDay(Entry entry) {
        Optional<LocalDate> next = of(Entry.class)
                .filter(each -> each.id().equals(entry.id()) && each.from().isAfter(entry.from())).map(Entry::from)
                .min(Comparator.naturalOrder()).map(day -> day.minusDays(1));
        return Stream.concat(entry.to().stream(), next.stream()).min(Comparator.naturalOrder());
    }

    private <E extends Entry> Optional<E> newest(Class<E> kind, Predicate<E> asked, LocalDate day) {
        return entries.stream().filter(each -> !each.on().isAfter(day)).map(Published::entry).filter(kind::isInstance)
                .map(kind::cast).filter(asked).filter(each -> each.hasBegunOn(day))
                .reduce((first, later) -> later.from().isBefore(first.from()) ? first : later);
    }
}
