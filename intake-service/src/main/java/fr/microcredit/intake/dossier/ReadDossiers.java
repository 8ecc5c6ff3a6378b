package fr.microcredit.intake.dossier;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.kit.tenancy.Actor;

/** What an office sees of its own dossiers. */
@ApplicationScoped
public class ReadDossiers {
    private final Dossiers dossiers;
    private final Timeline timeline;

    ReadDossiers(Dossiers dossiers, Timeline timeline) {
        this.dossiers = dossiers;
        this.timeline = timeline;
    }

    /** A dossier and who asks. */
    public record Whole(Dossier dossier, Applicant applicant) {
    }

    /** Fails with {@code not-found} for an identifier that is none of this office. */
    public Uni<Whole> one(Actor actor, UUID id) {
        return dossiers.find(actor.tenantId(), id).chain(
                dossier -> dossiers.applicantOf(id).map(applicant -> new Whole(dossier, applicant)));
    }

    public Uni<List<Dossier>> list(Dossiers.Filter filter) {
        return dossiers.list(filter);
    }

    /** Fails with {@code not-found} for an identifier that is none of this office. */
    public Uni<List<Timeline.Entry>> timeline(Actor actor, UUID id) {
        return dossiers.find(actor.tenantId(), id).chain(dossier -> timeline.of(id));
    }
}
