package fr.microcredit.eligibility.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.commune.Communes;
import fr.microcredit.eligibility.directory.domain.Directory;
import fr.microcredit.eligibility.directory.domain.Entry;
import fr.microcredit.eligibility.directory.domain.EntryCheck;
import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.time.BusinessCalendar;

/** Drafts a version of an entry, once it is sound, and publishes it for ever by another person than the one who drafted it. */
@ApplicationScoped
public class DraftEntry {
    private static final int COMMUNE_CODE_LENGTH = 5;

    private final EntryVersions versions;
    private final DirectoryLibrary library;
    private final SchemeLibrary schemes;
    private final Communes communes;
    private final BusinessCalendar calendar;

    DraftEntry(EntryVersions versions, DirectoryLibrary library, SchemeLibrary schemes, Communes communes,
            BusinessCalendar calendar) {
        this.versions = versions;
        this.library = library;
        this.schemes = schemes;
        this.communes = communes;
        this.calendar = calendar;
    }

    /** Fails with every fault found, each with its place in the form. */
    public Uni<EntryVersion> handle(Act act, Entry entry) {
        act.concerning(entry.key());
        return Beside.of(versions.locked(entry.key()), shelves(), (known, shelves) -> {
            if (known.filter(EntryVersion::isPublished).isPresent()) {
                throw RefusedException.of(Reason.conflict("entry-version-published"));
            }
            requireSound(entry, shelves);
            return entry;
        }).chain(sound -> calendar.today().map(today -> draft(act, sound, today))).call(versions::putDraft);
    }

    private EntryVersion draft(Act act, Entry entry, LocalDate today) {
        String sha256 = versions.sha256(entry);
        act.noting("version", entry.version()).noting("sha256", sha256);
        return new EntryVersion(entry, sha256, act.actor().subject(), today, Optional.empty(), Optional.empty());
    }

    /** What is published now. */
    record Shelves(Directory directory, List<Scheme> schemes) {
    }

    Uni<Shelves> shelves() {
        return Beside.of(library.current(), schemes.current(),
                (directory, shelf) -> new Shelves(directory, shelf.schemes()));
    }

    void requireSound(Entry entry, Shelves shelves) {
        List<Reason> faults = EntryCheck.of(entry, shelves.directory(), shelves.schemes(), this::isKnown);
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }

    private boolean isKnown(String code) {
        return code.length() == COMMUNE_CODE_LENGTH ? communes.isKnown(code) : communes.isKnownDepartment(code);
    }
}
