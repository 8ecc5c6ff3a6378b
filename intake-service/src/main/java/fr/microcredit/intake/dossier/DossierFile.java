package fr.microcredit.intake.dossier;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.Decision;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.intake.dossier.domain.DossierEvent;

/** Keeps a decision: the new state and its events in one transaction. */
@ApplicationScoped
class DossierFile {
    private final Dossiers dossiers;
    private final DossierPublisher publisher;

    DossierFile(Dossiers dossiers, DossierPublisher publisher) {
        this.dossiers = dossiers;
        this.publisher = publisher;
    }

    Uni<Dossier> keep(Decision.Accepted decision) {
        return dossiers.save(decision.dossier()).call(saved -> publish(saved, decision.events()));
    }

    private Uni<Void> publish(Dossier dossier, List<DossierEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : dossiers.applicantOf(dossier.id()).chain(applicant -> publisher.publish(events, applicant));
    }

    Uni<Dossier> keepNew(Decision.Accepted decision, Applicant applicant) {
        return dossiers.add(decision.dossier(), applicant)
                .chain(() -> publisher.publish(decision.events(), applicant)).replaceWith(decision.dossier());
    }
}
