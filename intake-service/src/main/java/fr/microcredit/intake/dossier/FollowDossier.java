package fr.microcredit.intake.dossier;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.domain.Decision;
import fr.microcredit.intake.dossier.domain.Progression;
import fr.microcredit.intake.dossier.domain.Report;
import fr.microcredit.kit.inbox.Reception;

/** Moves a dossier on with what the other services report and writes it into its timeline. */
@ApplicationScoped
public class FollowDossier {
    private final Dossiers dossiers;
    private final DossierFile file;
    private final Timeline timeline;

    FollowDossier(Dossiers dossiers, DossierFile file, Timeline timeline) {
        this.dossiers = dossiers;
        this.file = file;
        this.timeline = timeline;
    }

    /** Early where the dossier is not known yet or not at the stage the report builds on. */
    public Uni<Reception> handle(Report report, Timeline.Entry entry) {
        return dossiers.lockedIfKnown(entry.dossierId()).chain(found -> {
            Optional<Decision.Accepted> next = found.flatMap(dossier -> Progression.apply(dossier, report));
            return next.isEmpty()
                    ? Uni.createFrom().item(Reception.EARLY)
                    : keep(found.get().equals(next.get().dossier()), next.get()).chain(() -> timeline.note(entry))
                            .replaceWith(Reception.APPLIED);
        });
    }

    private Uni<Void> keep(boolean unchanged, Decision.Accepted next) {
        return unchanged && next.events().isEmpty() ? Uni.createFrom().voidItem() : file.keep(next).replaceWithVoid();
    }
}
