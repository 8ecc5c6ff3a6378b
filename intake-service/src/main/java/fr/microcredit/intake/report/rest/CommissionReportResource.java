package fr.microcredit.intake.report.rest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.report.ReadCommissionReport;
import fr.microcredit.intake.report.WriteCommissionReport;
import fr.microcredit.intake.report.domain.CommissionReport;
import fr.microcredit.intake.report.domain.CommissionReport.Ruling;
import fr.microcredit.intake.report.domain.CommissionReport.Version;
import fr.microcredit.intake.report.domain.CommissionReportRules;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** The office's report for its commission: all of a dossier that the commission's roles read here. */
@Path("/dossiers/{dossierId}/commission-report")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class CommissionReportResource {
    private final Commands commands;
    private final Queries queries;
    private final WriteCommissionReport write;
    private final Answer<CommissionReport> answer;

    CommissionReportResource(Commands commands, Queries queries, WriteCommissionReport write,
            ReadCommissionReport read) {
        this.commands = commands;
        this.queries = queries;
        this.write = write;
        this.answer = Answer.of(read::one, ReportView::of);
    }

    /**
     * @param text        for the commission: no name, since it decides on a file number; no social notes
     * @param effectiveOn business date of the act, today where absent
     */
    public record ReportForm(@NotBlank @Size(max = CommissionReportRules.TEXT_MAX) String text,
            LocalDate effectiveOn) {
    }

    /**
     * @param text     as it stands; left out where nothing was written yet
     * @param versions newest first
     */
    public record ReportView(UUID dossierId, Optional<String> text, List<VersionView> versions) {
        static ReportView of(CommissionReport report) {
            return new ReportView(report.dossierId(), report.newest().map(Version::text),
                    report.versions().stream().sorted(Comparator.comparing(Version::number).reversed())
                            .map(VersionView::of).toList());
        }
    }

    /**
     * @param revision  of the request as it stood; 0 in the draft
     * @param writtenBy identifier of the author's account
     * @param rulings   what the commission has decided on this version
     */
    public record VersionView(int number, int revision, String text, String writtenBy, LocalDate writtenOn,
            List<Ruling> rulings) {
        static VersionView of(Version version) {
            return new VersionView(version.number(), version.revision(), version.text(), version.author(),
                    version.writtenOn(), version.rulings());
        }
    }

    @GET
    @RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    @Operation(summary = "The office's report for its commission, with every version; for the commission once the request"
            + " is handed in")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public Uni<Response> read(@PathParam("dossierId") UUID id) {
        return queries.one(answer, id.toString());
    }

    @PUT
    @Operation(summary = "Writes the report for the commission; every text stays as a version")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"dossier-stage", "report-full"})
    public Uni<Response> write(@PathParam("dossierId") UUID id, @NotNull @Valid ReportForm form) {
        return commands.keep("commission-report-written", form, answer,
                act -> write.handle(act.on(form.effectiveOn(), "/effectiveOn"), id, form.text()));
    }
}
