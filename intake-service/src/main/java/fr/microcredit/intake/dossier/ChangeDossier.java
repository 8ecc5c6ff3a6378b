package fr.microcredit.intake.dossier;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.Content;
import fr.microcredit.intake.dossier.domain.Desk;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.tenancy.Actor;

/** The office writes the draft anew. */
@ApplicationScoped
public class ChangeDossier {
    private final Dossiers dossiers;
    private final Persons persons;

    ChangeDossier(Dossiers dossiers, Persons persons) {
        this.dossiers = dossiers;
        this.persons = persons;
    }

    /** @param version the office has read */
    public record Command(UUID id, long version, Applicant applicant, Content content) {
    }

    public Uni<Dossier> handle(Actor actor, Command command) {
        return dossiers.locked(actor.tenantId(), command.id())
                .invoke(dossier -> Versions.check(command.version(), dossier.version()))
                .map(dossier -> IntakeProblems.require(Desk.change(dossier, command.content())).dossier())
                .chain(changed -> persons.identify(command.applicant()).map(changed::ofPerson))
                .call(() -> dossiers.saveApplicant(command.id(), command.applicant())).chain(dossiers::save);
    }
}
