package fr.microcredit.intake.dossier;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.DossierEvent;

/** Tells the other services, in the running transaction. */
public interface DossierPublisher {
    /** @param applicant goes into the identity event and nowhere else */
    Uni<Void> publish(List<DossierEvent> events, Applicant applicant);
}
