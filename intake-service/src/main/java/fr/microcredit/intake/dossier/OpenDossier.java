package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.Content;
import fr.microcredit.intake.dossier.domain.Desk;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.intake.dossier.domain.Stage;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** An office opens a dossier for a person; all but the applicant may follow later. */
@ApplicationScoped
public class OpenDossier {
    private final DossierFile file;
    private final Persons persons;
    private final BusinessCalendar calendar;

    OpenDossier(DossierFile file, Persons persons, BusinessCalendar calendar) {
        this.file = file;
        this.persons = persons;
        this.calendar = calendar;
    }

    /** @param on business date, or null for today */
    public record Command(Applicant applicant, Content content, LocalDate on) {
    }

    public Uni<Dossier> handle(Actor actor, Command command) {
        return calendar.dateOf(command.on(), "/effectiveOn").chain(on -> persons.identify(command.applicant())
                .map(person -> new Dossier(UUID.randomUUID(), actor.tenantId(), person, Stage.DRAFT, 0, 0, on, false,
                        command.content(), Optional.empty(), 0)))
                .chain(fresh -> file.keepNew(IntakeProblems.require(Desk.open(fresh)), command.applicant()));
    }
}
