package fr.microcredit.eligibility.editing;

import java.time.LocalDate;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.SchemePublisher;
import fr.microcredit.eligibility.scheme.SchemeReader.Reading;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.SchemeVersions;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** Publishes a draft for ever, by another person than the one who put it up, once every rule it needs is closed. */
@ApplicationScoped
public class PublishScheme {
    private final Inspection inspection;
    private final SchemeVersions versions;
    private final SchemeLibrary library;
    private final SchemePublisher publisher;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    PublishScheme(Inspection inspection, SchemeVersions versions, SchemeLibrary library, SchemePublisher publisher,
            AuditTrail audit, BusinessCalendar calendar) {
        this.inspection = inspection;
        this.versions = versions;
        this.library = library;
        this.publisher = publisher;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * @param sha256 of the file the person has read: another upload in between is not published by mistake
     */
    public record Command(String schemeId, String version, String sha256) {
    }

    public Uni<SchemeVersion> handle(Actor actor, Command command) {
        return versions.lockAll().chain(() -> versions.locked(command.schemeId(), command.version()))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)))
                .chain(draft -> draft.isPublished()
                        ? again(draft, command)
                        : publish(actor, draft, command));
    }

    /** The same publication again changes nothing. */
    private static Uni<SchemeVersion> again(SchemeVersion published, Command command) {
        requireRead(published, command);
        return Uni.createFrom().item(published);
    }

    private Uni<SchemeVersion> publish(Actor actor, SchemeVersion draft, Command command) {
        requireRead(draft, command);
        if (draft.uploadedBy().equals(actor.subject())) {
            throw new ProblemException(EditingProblems.SECOND_PERSON);
        }
        Reading reading = inspection.read(draft.document());
        inspection.requireClosed(reading);
        return library.current().invoke(shelf -> inspection.sound(reading, shelf.schemes()))
                .chain(() -> calendar.today()).chain(today -> write(actor, draft, today));
    }

    private static void requireRead(SchemeVersion draft, Command command) {
        if (!draft.sha256().equals(command.sha256())) {
            throw new ProblemException(Problems.STALE);
        }
    }

    private Uni<SchemeVersion> write(Actor actor, SchemeVersion draft, LocalDate today) {
        SchemeVersion published = draft.published(actor.subject(), today);
        return versions.publish(published).chain(() -> publisher.published(draft.scheme(), today))
                .chain(() -> audit.record(actor, "scheme-published", draft.scheme().schemeId(),
                        Map.of("version", draft.scheme().version(), "sha256", draft.sha256(), "uploadedBy",
                                draft.uploadedBy(), "effectiveOn", today.toString())))
                .replaceWith(published);
    }

}
