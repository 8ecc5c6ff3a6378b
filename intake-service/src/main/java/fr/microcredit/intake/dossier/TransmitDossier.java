package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.intake.dossier.domain.Desk;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** A named agent sends the file to the bank; where the scheme has no commission, this is the public side's agreement. */
@ApplicationScoped
public class TransmitDossier {
    private final Dossiers dossiers;
    private final DossierFile file;
    private final KnownSchemes schemes;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;
    private final Chronology chronology;

    TransmitDossier(Dossiers dossiers, DossierFile file, KnownSchemes schemes, AuditTrail audit,
            BusinessCalendar calendar, Chronology chronology) {
        this.dossiers = dossiers;
        this.file = file;
        this.schemes = schemes;
        this.audit = audit;
        this.calendar = calendar;
        this.chronology = chronology;
    }

    /**
     * @param version the office has read
     * @param on      business date, or null for today
     */
    public record Command(UUID id, long version, LocalDate on) {
    }

    public Uni<Dossier> handle(Actor actor, Command command) {
        return calendar.dateOf(command.on(), "/effectiveOn")
                .chain(on -> dossiers.locked(actor.tenantId(), command.id())
                        .invoke(dossier -> Versions.check(command.version(), dossier.version()))
                        .call(dossier -> chronology.require(dossier, on))
                        .chain(dossier -> send(actor, dossier, on)));
    }

    private Uni<Dossier> send(Actor actor, Dossier dossier, LocalDate on) {
        return commissionRequired(dossier, on)
                .map(required -> IntakeProblems.require(Desk.transmit(dossier, required, on))).chain(file::keep)
                .call(sent -> audit.record(actor, "dossier-transmitted", sent.id().toString(),
                        Map.of("bankId", sent.request().bankId(), "effectiveOn", on.toString())));
    }

    /** A scheme we do not know yet is treated as one with a commission: the careful reading. */
    private Uni<Boolean> commissionRequired(Dossier dossier, LocalDate on) {
        return dossier.content().request().isEmpty()
                ? Uni.createFrom().item(true)
                : schemes.find(dossier.request().schemeId(), on)
                        .map(scheme -> scheme.map(Scheme::commissionRequired).orElse(true));
    }
}
