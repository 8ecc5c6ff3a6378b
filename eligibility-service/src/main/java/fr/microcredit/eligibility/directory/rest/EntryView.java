package fr.microcredit.eligibility.directory.rest;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.eligibility.directory.EntryVersion;
import fr.microcredit.eligibility.directory.domain.AccompanyingBody;
import fr.microcredit.eligibility.directory.domain.Bank;
import fr.microcredit.eligibility.directory.domain.Convention;
import fr.microcredit.eligibility.directory.domain.Entry;

/**
 * A version of an entry; one of body, bank and convention is there.
 *
 * @param kind {@code accompanying-body}, {@code bank} or {@code convention}
 */
public record EntryView(String id, String version, Entry.Kind kind, LocalDate from, Optional<LocalDate> to,
        String source, Optional<AccompanyingBody> accompanyingBody, Optional<Bank> bank,
        Optional<Convention> convention) {

    /**
     * A draft, or what became of it.
     *
     * @param sha256      to be named by the second person
     * @param publishedOn absent for a draft
     */
    public record DraftView(EntryView entry, String sha256, LocalDate draftedOn, Optional<LocalDate> publishedOn) {
        static DraftView of(EntryVersion version) {
            return new DraftView(EntryView.of(version.entry()), version.sha256(), version.draftedOn(),
                    version.publishedOn());
        }
    }

    static EntryView of(Entry entry) {
        return new EntryView(entry.id(), entry.version(), entry.kind(), entry.from(), entry.to(), entry.source(),
                only(AccompanyingBody.class, entry), only(Bank.class, entry), only(Convention.class, entry));
    }

    private static <E extends Entry> Optional<E> only(Class<E> kind, Entry entry) {
        return Optional.of(entry).filter(kind::isInstance).map(kind::cast);
    }
}
