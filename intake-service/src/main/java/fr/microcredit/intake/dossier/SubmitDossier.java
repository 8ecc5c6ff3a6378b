package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.intake.dossier.domain.Decision.Fault;
import fr.microcredit.intake.dossier.domain.Desk;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.intake.dossier.domain.LoanRequest;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** The office hands the complete dossier in for assessment. */
@ApplicationScoped
public class SubmitDossier {
    private final Dossiers dossiers;
    private final DossierFile file;
    private final KnownSchemes schemes;
    private final BusinessCalendar calendar;
    private final Chronology chronology;

    SubmitDossier(Dossiers dossiers, DossierFile file, KnownSchemes schemes, BusinessCalendar calendar,
            Chronology chronology) {
        this.dossiers = dossiers;
        this.file = file;
        this.schemes = schemes;
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
                        .chain(dossier -> submit(dossier, on)));
    }

    private Uni<Dossier> submit(Dossier dossier, LocalDate on) {
        Optional<LoanRequest> request = dossier.content().request();
        Uni<List<Fault>> commandable = request.isEmpty()
                ? Uni.createFrom().item(List.of())
                : schemes.find(request.get().schemeId(), on).map(scheme -> faults(scheme, request.get().bankId(), on));
        return commandable.chain(faults -> dossiers.applicantOf(dossier.id())
                .map(applicant -> IntakeProblems.require(Desk.submit(dossier, applicant, faults, on))))
                .chain(file::keep);
    }

    private static List<Fault> faults(Optional<Scheme> scheme, String bankId, LocalDate on) {
        List<Fault> faults = new ArrayList<>();
        if (scheme.isEmpty()) {
            faults.add(new Fault("/request/schemeId", "unknown-scheme"));
        } else if (!scheme.get().hasConventionWith(bankId, on)) {
            faults.add(new Fault("/request/bankId", "bank-without-convention"));
        }
        return faults;
    }
}
