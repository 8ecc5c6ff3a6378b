package fr.microcredit.eligibility.editing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.SchemeReader.Reading;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.SchemeVersions;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** Puts a scheme file up as a draft, once it is sound. Open rules are allowed in a draft: they keep it from publication. */
@ApplicationScoped
public class UploadScheme {
    private final Inspection inspection;
    private final SchemeVersions versions;
    private final SchemeLibrary library;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    UploadScheme(Inspection inspection, SchemeVersions versions, SchemeLibrary library, AuditTrail audit,
            BusinessCalendar calendar) {
        this.inspection = inspection;
        this.versions = versions;
        this.library = library;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** @param document the file as it was written */
    public Uni<SchemeVersion> handle(Actor actor, String document) {
        Reading reading = inspection.read(document);
        return refusePublished(reading.scheme()).chain(library::current)
                .map(shelf -> inspection.sound(reading, shelf.schemes()))
                .chain(scheme -> calendar.today().map(today -> draft(actor, document, scheme, today)))
                .chain(draft -> put(actor, draft));
    }

    /** Whoever changes a published version is told that, not what the change would collide with. */
    private Uni<Void> refusePublished(Optional<Scheme> named) {
        return named.isEmpty()
                ? Uni.createFrom().voidItem()
                : versions.locked(named.get().schemeId(), named.get().version()).invoke(known -> {
                    if (known.filter(SchemeVersion::isPublished).isPresent()) {
                        throw new ProblemException(EditingProblems.PUBLISHED);
                    }
                }).replaceWithVoid();
    }

    private static SchemeVersion draft(Actor actor, String document, Scheme scheme, LocalDate today) {
        return new SchemeVersion(scheme, document, Sha256.of(document), actor.subject(), today,
                Optional.empty(), Optional.empty());
    }

    private Uni<SchemeVersion> put(Actor actor, SchemeVersion draft) {
        Scheme scheme = draft.scheme();
        return versions.putDraft(draft).chain(() -> audit.record(actor, "scheme-uploaded", scheme.schemeId(),
                Map.of("version", scheme.version(), "sha256", draft.sha256()))).replaceWith(draft);
    }
}
