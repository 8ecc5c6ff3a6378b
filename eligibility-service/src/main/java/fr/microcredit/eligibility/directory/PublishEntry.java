package fr.microcredit.eligibility.directory;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.outbox.Events;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.time.BusinessCalendar;

/** Publishes a drafted entry for ever, by another person than the one who drafted it. */
@ApplicationScoped
public class PublishEntry {
    private final DraftEntry drafts;
    private final EntryVersions versions;
    private final Events events;
    private final BusinessCalendar calendar;

    PublishEntry(DraftEntry drafts, EntryVersions versions, Events events, BusinessCalendar calendar) {
        this.drafts = drafts;
        this.versions = versions;
        this.events = events;
        this.calendar = calendar;
    }

    /**
     * The same publication again changes nothing.
     *
     * @param key    identifier and version
     * @param sha256 of the draft the person has read: another draft in between is not published by mistake
     */
    public Uni<EntryVersion> handle(Act act, String key, String sha256) {
        act.noting("sha256", sha256).concerning(key);
        return versions.lockAll().chain(() -> Beside.of(versions.locked(key), drafts.shelves(),
                (found, shelves) -> new Looked(found.orElseThrow(RefusedException::unknown), shelves)))
                .invoke(looked -> requireRead(looked.draft(), sha256))
                .chain(looked -> looked.draft().isPublished()
                        ? Uni.createFrom().item(looked.draft()).invoke(act::repeated)
                        : publish(act, looked));
    }

    /** The draft, and what is published beside it. */
    private record Looked(EntryVersion draft, DraftEntry.Shelves shelves) {
    }

    private static void requireRead(EntryVersion draft, String sha256) {
        if (!draft.sha256().equals(sha256)) {
            throw new ProblemException(Problems.STALE);
        }
    }

    private Uni<EntryVersion> publish(Act act, Looked looked) {
        EntryVersion draft = looked.draft();
        if (!draft.isPublishableBy(act.actor().subject())) {
            throw RefusedException.of(Reason.conflict("second-person-needed"));
        }
        drafts.requireSound(draft.entry(), looked.shelves());
        return calendar.today().chain(today -> write(act, draft, today));
    }

    private Uni<EntryVersion> write(Act act, EntryVersion draft, LocalDate today) {
        act.noting("version", draft.entry().version()).noting("draftedBy", draft.draftedBy()).noting("effectiveOn",
                today.toString());
        EntryVersion published = draft.published(act.actor().subject(), today);
        return versions.publish(published)
                .invoke(() -> events.publish(published.key(), today, (Record) published.entry()))
                .replaceWith(published);
    }
}
