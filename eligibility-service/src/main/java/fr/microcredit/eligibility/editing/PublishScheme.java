package fr.microcredit.eligibility.editing;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.SchemeLibrary.Shelf;
import fr.microcredit.eligibility.scheme.SchemeReader.Reading;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.SchemeVersions;
import fr.microcredit.eligibility.scheme.domain.SchemePublished;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.outbox.Events;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.time.BusinessCalendar;

/** Publishes a draft for ever, by another person than the one who put it up, once every rule it needs is closed. */
@ApplicationScoped
public class PublishScheme {
    private final Inspection inspection;
    private final SchemeVersions versions;
    private final SchemeLibrary library;
    private final Events events;
    private final BusinessCalendar calendar;

    PublishScheme(Inspection inspection, SchemeVersions versions, SchemeLibrary library, Events events,
            BusinessCalendar calendar) {
        this.inspection = inspection;
        this.versions = versions;
        this.library = library;
        this.events = events;
        this.calendar = calendar;
    }

    /**
     * The same publication again changes nothing.
     *
     * @param sha256 of the file the person has read: another upload in between is not published by mistake
     */
    public Uni<SchemeVersion> handle(Act act, String schemeId, String version, String sha256) {
        act.noting("version", version).noting("sha256", sha256).concerning(SchemeVersion.keyOf(schemeId, version));
        return versions.lockAll().chain(() -> Beside.of(versions.locked(schemeId, version), library.current(),
                (found, shelf) -> new Looked(found.orElseThrow(RefusedException::unknown), shelf)))
                .invoke(looked -> requireRead(looked.draft(), sha256))
                .chain(looked -> looked.draft().isPublished()
                        ? Uni.createFrom().item(looked.draft()).invoke(act::repeated)
                        : publish(act, looked));
    }

    /** The draft, and what is published beside it. */
    private record Looked(SchemeVersion draft, Shelf shelf) {
    }

    private static void requireRead(SchemeVersion draft, String sha256) {
        if (!draft.sha256().equals(sha256)) {
            throw new ProblemException(Problems.STALE);
        }
    }

    private Uni<SchemeVersion> publish(Act act, Looked looked) {
        SchemeVersion draft = looked.draft();
        if (!draft.isPublishableBy(act.actor().subject())) {
            throw RefusedException.of(Reason.conflict("second-person-needed"));
        }
        Reading reading = inspection.read(draft.document());
        inspection.requireClosed(reading);
        inspection.sound(reading, looked.shelf().schemes());
        return calendar.today().chain(today -> write(act, draft, today));
    }

    private Uni<SchemeVersion> write(Act act, SchemeVersion draft, LocalDate today) {
        act.noting("uploadedBy", draft.uploadedBy()).noting("effectiveOn", today.toString());
        SchemeVersion published = draft.published(act.actor().subject(), today);
        SchemePublished told = SchemePublished.of(draft.scheme());
        return versions.publish(published).invoke(() -> events.publish(told.key(), today, told))
                .replaceWith(published);
    }
}
