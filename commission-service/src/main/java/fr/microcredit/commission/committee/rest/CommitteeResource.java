package fr.microcredit.commission.committee.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.committee.KeepCommittee;
import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Roles;

/** The committee that an office's commission is: kept by its manager, seen by who convenes and who chairs. */
@Path("/committee")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OFFICE_MANAGER)
public class CommitteeResource {
    private final Commands commands;
    private final Queries queries;
    private final KeepCommittee keep;
    private final Answer<Committee> committee;

    CommitteeResource(Commands commands, Queries queries, KeepCommittee keep, Store<Committee> committees) {
        this.commands = commands;
        this.queries = queries;
        this.keep = keep;
        this.committee = Answer.of((actor, key) -> committees.find(key).map(found -> found
                .filter(kept -> kept.state().tenant().equals(actor.tenantId()))), CommitteeView::of);
    }

    /** @param quorum members who have to be present and not stand aside */
    public record RuleForm(@NotNull @Min(1) @Max(50) Integer quorum, @NotNull Committee.Way way) {
    }

    /**
     * @param subject identifier of the member's account at the identity provider; not a name, not an address
     * @param from    first day; may lie in the past or ahead
     * @param to      last day; absent where none is set
     */
    public record MandateForm(@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String subject,
            @NotNull Committee.Function function, @NotNull LocalDate from, LocalDate to) {
        Committee.Mandate mandate() {
            return new Committee.Mandate(UUID.randomUUID(), subject, function, from, Optional.ofNullable(to));
        }
    }

    /** @param to last day on which the mandate holds; the eve of its first where it was entered by mistake */
    public record EndForm(@NotNull LocalDate to) {
    }

    /** An office's committee: its rule, and who sits on it, those included whose time is over. */
    public record CommitteeView(int quorum, Committee.Way way, List<Member> members) {
        static CommitteeView of(Committee committee) {
            return new CommitteeView(committee.rule().quorum(), committee.rule().way(),
                    committee.mandates().stream().map(Member::of).toList());
        }
    }

    /** Somebody's mandate. */
    public record Member(UUID mandateId, String subject, Committee.Function function, LocalDate from,
            Optional<LocalDate> to) {
        static Member of(Committee.Mandate mandate) {
            return new Member(mandate.id(), mandate.subject(), mandate.function(), mandate.from(), mandate.to());
        }
    }

    @GET
    @RolesAllowed({Roles.OFFICE_MANAGER, Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    @Operation(summary = "The office's committee; none where it has set up none")
    @APIResponseSchema(value = CommitteeView.class, responseCode = "200")
    @Refuses(value = "not-found", status = 404)
    public Uni<Response> read() {
        return queries.one(committee, Actor::tenantId);
    }

    @PUT
    @Path("/rule")
    @Operation(summary = "Sets up the committee, or changes how it decides")
    @APIResponseSchema(value = CommitteeView.class, responseCode = "200")
    public Uni<Response> rule(@NotNull @Valid RuleForm form) {
        return commands.keep("committee-rule-set", form, committee,
                act -> keep.rule(act, new Committee.Rule(form.quorum(), form.way())));
    }

    @POST
    @Path("/mandates")
    @Operation(summary = "Enters somebody's mandate")
    @APIResponseSchema(value = CommitteeView.class, responseCode = "200")
    @Refuses(value = "not-found", status = 404)
    public Uni<Response> appoint(@NotNull @Valid MandateForm form) {
        return commands.keep("committee-member-appointed", form, committee, act -> keep.appoint(act, form.mandate()));
    }

    @POST
    @Path("/mandates/{id}/end")
    @Operation(summary = "Ends a mandate earlier than it would")
    @APIResponseSchema(value = CommitteeView.class, responseCode = "200")
    public Uni<Response> end(@PathParam("id") UUID id, @NotNull @Valid EndForm form) {
        return commands.keep("committee-mandate-ended", form, committee, act -> keep.end(act, id, form.to()));
    }
}
