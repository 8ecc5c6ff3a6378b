package fr.microcredit.eligibility.parameter.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

import fr.microcredit.eligibility.parameter.AddValue;
import fr.microcredit.eligibility.parameter.ParameterLibrary;
import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.eligibility.parameter.domain.ValueProposal;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;

/** National values that rules refer to: what holds when, since when that is known, and where it is written. */
@Path("/parameters")
@Produces(MediaType.APPLICATION_JSON)
public class ParameterResource {
    private final Commands commands;
    private final Queries queries;
    private final ParameterLibrary library;
    private final AddValue add;
    private final Store<ValueProposal> proposals;
    private final Answer<ValueProposal> answer;

    ParameterResource(Commands commands, Queries queries, ParameterLibrary library, AddValue add,
            Store<ValueProposal> proposals) {
        this.commands = commands;
        this.queries = queries;
        this.library = library;
        this.add = add;
        this.proposals = proposals;
        this.answer = Answer.<ValueProposal>of((actor, key) -> proposals.find(key), ProposalView::of)
                .offeringFrom((actor, key) -> add.possible(actor, key)
                        .map(found -> found.map(acts -> acts.stream().map(Codes::of).toList())));
    }

    /**
     * @param name      such as {@code smic-net-monthly}
     * @param to        last day, absent where it holds until a later value
     * @param value     in the parameter's unit, a decimal string
     * @param knownFrom day since when it is known, today where absent
     */
    public record ValueForm(@NotNull ParameterName name, @NotNull LocalDate from, LocalDate to,
            @NotNull @Pattern(regexp = "\\d{1,8}(\\.\\d{1,4})?") String value,
            @NotBlank @Size(max = 300) String source, LocalDate knownFrom) {
        AddValue.Value toValue() {
            return new AddValue.Value(name, from, Optional.ofNullable(to), new BigDecimal(value), source,
                    Optional.ofNullable(knownFrom));
        }
    }

    /** A value in its two times; {@code value} is a decimal string in the unit. */
    public record ValueView(ParameterName name, LocalDate from, Optional<LocalDate> to, BigDecimal value,
            ParameterName.Unit unit, String source, LocalDate knownFrom) {
        static ValueView of(DatedValue value) {
            return new ValueView(value.name(), value.from(), value.to(),
                    new BigDecimal(value.value().stripTrailingZeros().toPlainString()), value.name().unit(),
                    value.source(), value.knownFrom());
        }
    }

    /** A value that waits for a second person, or has found one. */
    public record ProposalView(UUID id, ValueProposal.Status status, LocalDate proposedOn, ValueView value) {
        static ProposalView of(ValueProposal proposal) {
            return new ProposalView(proposal.id(), proposal.state(), proposal.proposedOn(),
                    ValueView.of(proposal.value()));
        }
    }

    /** In the order in which they were recorded. */
    @GET
    @RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.SCHEME_EDITOR, Roles.AUDITOR})
    @Operation(summary = "National values with their days and sources")
    public Uni<List<ValueView>> list() {
        return queries
                .run(actor -> library.current().map(all -> all.values().stream().map(ValueView::of).toList()));
    }

    @POST
    @RolesAllowed(Roles.SCHEME_EDITOR)
    @Operation(summary = "Proposes a national value; it counts once a second editor has confirmed it")
    @APIResponseSchema(value = ProposalView.class, responseCode = "201")
    @Refuses("parameter-value-exists")
    public Uni<Response> propose(@NotNull @Valid ValueForm form) {
        return commands.keep("parameter-value-proposed", form, answer.at("/parameters/proposals/"),
                act -> add.propose(act, form.toValue()));
    }

    @GET
    @Path("/proposals")
    @RolesAllowed({Roles.SCHEME_EDITOR, Roles.AUDITOR})
    @Operation(summary = "Proposals, newest first")
    public Uni<Page<ProposalView>> proposals(@QueryParam("status") ValueProposal.Status status,
            @BeanParam Paging paging) {
        return queries.run(actor -> proposals.page(new Store.Filter(actor.tenantId(),
                Optional.ofNullable(status).map(Codes::of), paging.place(), paging.limit()))
                .map(found -> Page.of(found, paging.limit(), ProposalView::of)));
    }

    @GET
    @Path("/proposals/{id}")
    @RolesAllowed({Roles.SCHEME_EDITOR, Roles.AUDITOR})
    @Operation(summary = "A proposal")
    @APIResponseSchema(value = ProposalView.class, responseCode = "200")
    public Uni<Response> proposal(@PathParam("id") UUID id) {
        return queries.one(answer, id.toString());
    }

    /** Another person than the one who proposed it. */
    @POST
    @Path("/proposals/{id}/confirmation")
    @RolesAllowed(Roles.SCHEME_EDITOR)
    @Operation(summary = "A second editor confirms a proposal")
    @APIResponseSchema(value = ProposalView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"second-person-needed", "parameter-value-exists"})
    public Uni<Response> confirm(@PathParam("id") UUID id) {
        return commands.keep("parameter-value-confirmed", null, answer, act -> add.confirm(act, id));
    }
}
