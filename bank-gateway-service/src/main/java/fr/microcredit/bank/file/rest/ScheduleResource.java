package fr.microcredit.bank.file.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** What a loan costs, for the bank to compare with its own figures before anybody signs. */
@Path("/files/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class ScheduleResource {
    private final Queries queries;
    private final Store<BankFile> files;

    ScheduleResource(Queries queries, Store<BankFile> files) {
        this.queries = queries;
        this.files = files;
    }

    @GET
    @Path("/schedule")
    @Operation(summary = "Both schedules, the subsidy line by line, and the TAEG beside the bank's own")
    @APIResponseSchema(value = ScheduleView.class, responseCode = "200")
    @BankScope(Scopes.FILES_READ)
    public Uni<Response> schedule(@PathParam("dossierId") UUID dossierId,
            @Parameter(description = "Supposed; what is signed holds instead") @QueryParam("firstDueOn") LocalDate firstDueOn,
            @Parameter(description = "The bank's own, in percent such as 4.49") @QueryParam("bankTaeg") String bankTaeg) {
        Optional<BigDecimal> stated = Optional.ofNullable(bankTaeg)
                .map(text -> QueryTexts.percent("?bankTaeg", text));
        Answer<BankFile> answer = Answer.of((actor, key) -> files.find(key),
                file -> ScheduleView.of(file, Optional.ofNullable(firstDueOn), stated));
        return queries.one(answer, actor -> BankFile.keyOf(dossierId, actor.tenantId()));
    }
}
