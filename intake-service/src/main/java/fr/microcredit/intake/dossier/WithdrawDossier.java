package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.domain.Desk;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** The applicant gives the request up before it has gone to a bank. */
@ApplicationScoped
public class WithdrawDossier {
    private final Dossiers dossiers;
    private final DossierFile file;
    private final BusinessCalendar calendar;
    private final Chronology chronology;

    WithdrawDossier(Dossiers dossiers, DossierFile file, BusinessCalendar calendar, Chronology chronology) {
        this.dossiers = dossiers;
        this.file = file;
        this.calendar = calendar;
        this.chronology = chronology;
    }

    /**
     * @param version the office has read
     * @param reason  code
     * @param on      business date, or null for today
     */
    public record Command(UUID id, long version, String reason, LocalDate on) {
    }

    public Uni<Dossier> handle(Actor actor, Command command) {
        return calendar.dateOf(command.on(), "/effectiveOn")
                .chain(on -> dossiers.locked(actor.tenantId(), command.id())
                        .invoke(dossier -> Versions.check(command.version(), dossier.version()))
                        .call(dossier -> chronology.require(dossier, on))
                        .map(dossier -> IntakeProblems.require(Desk.withdraw(dossier, command.reason(), on))))
                .chain(file::keep);
    }
}
