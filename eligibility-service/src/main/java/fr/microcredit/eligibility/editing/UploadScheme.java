package fr.microcredit.eligibility.editing;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.SchemeReader.Reading;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.SchemeVersions;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.time.BusinessCalendar;

/** Puts a scheme file up as a draft, once it is sound. Open rules are allowed in a draft: they keep it from publication. */
@ApplicationScoped
public class UploadScheme {
    private final Inspection inspection;
    private final SchemeVersions versions;
    private final SchemeLibrary library;
    private final BusinessCalendar calendar;

    UploadScheme(Inspection inspection, SchemeVersions versions, SchemeLibrary library, BusinessCalendar calendar) {
        this.inspection = inspection;
        this.versions = versions;
        this.library = library;
        this.calendar = calendar;
    }

    /** @param document the file as it was written */
    public Uni<SchemeVersion> handle(Act act, String document) {
        Reading reading = inspection.read(document);
        reading.scheme().ifPresent(named -> act.concerning(SchemeVersion.keyOf(named.schemeId(), named.version())));
        return Beside.of(refusePublished(reading.scheme()), library.current(), (draft, shelf) -> shelf)
                .map(shelf -> inspection.sound(reading, shelf.schemes()))
                .chain(scheme -> calendar.today().map(today -> draft(act, document, scheme, today)))
                .call(versions::putDraft);
    }

    /** Whoever changes a published version is told that, not what the change would collide with. */
    private Uni<Void> refusePublished(Optional<Scheme> named) {
        return named.isEmpty()
                ? Uni.createFrom().voidItem()
                : versions.locked(named.get().schemeId(), named.get().version()).invoke(known -> {
                    if (known.filter(SchemeVersion::isPublished).isPresent()) {
                        throw RefusedException.of(Reason.conflict("scheme-version-published"));
                    }
                }).replaceWithVoid();
    }

    private static SchemeVersion draft(Act act, String document, Scheme scheme, LocalDate today) {
        String sha256 = Sha256.of(document);
        act.noting("version", scheme.version()).noting("sha256", sha256);
        return new SchemeVersion(scheme, document, sha256, act.actor().subject(), today, Optional.empty(),
                Optional.empty());
    }
}
