package fr.microcredit.commission.session.rest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.DecideRequest;
import fr.microcredit.commission.session.ReadSessions;
import fr.microcredit.commission.session.ReadSessions.Taken;
import fr.microcredit.commission.session.domain.Minutes;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.OnDossier;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** What a session decides, and the minutes of it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
public class DecisionResource {
    private static final String PDF = "application/pdf";
    /** As many as sit on a committee at most. */
    private static final int MEMBERS_MAX = 50;

    private final Commands commands;
    private final Queries queries;
    private final DecideRequest decide;
    private final ReadSessions read;

    DecisionResource(Commands commands, Queries queries, DecideRequest decide, ReadSessions read) {
        this.commands = commands;
        this.queries = queries;
        this.decide = decide;
        this.read = read;
    }

    /** Votes on what is decided: on a refusal, whoever is in favour wants it refused. */
    public record VotesForm(@NotNull @Min(0) @Max(MEMBERS_MAX) Integer inFavour,
            @NotNull @Min(0) @Max(MEMBERS_MAX) Integer against,
            @NotNull @Min(0) @Max(MEMBERS_MAX) Integer abstained) {
        Ruling.Votes votes() {
            return new Ruling.Votes(inFavour, against, abstained);
        }
    }

    /**
     * @param revision of the request that was decided on, as the agenda shows it
     * @param reasons each once; at least one for a refusal, none for an approval
     * @param missing what an adjourned request is to come back with, each once; may be left out
     * @param conditions of an approval, each once; may be left out
     * @param votes where the office's committee votes
     * @param withdrawn members present who stand aside for a conflict of interest, each once; may be left out
     * @param replaces  {@code decisionId} of the approval or refusal whose place this one takes; left out for a first decision
     */
    public record DecisionForm(@NotNull UUID dossierId, @NotNull @Min(1) Integer revision,
            @NotNull Ruling.Verdict decision,
            @NotNull @Size(max = 10) List<Ruling.@NotNull Reason> reasons,
            @Size(max = 10) List<Ruling.@NotNull Missing> missing,
            @Size(max = 10) List<Ruling.@NotNull Condition> conditions,
            @Valid VotesForm votes,
            @Size(max = MEMBERS_MAX) List<@NotNull @Size(max = 64) String> withdrawn,
            UUID replaces) implements OnDossier {
        Ruling ruling() {
            Ruling.Poll poll = new Ruling.Poll(0, Optional.ofNullable(votes).map(VotesForm::votes), orNone(withdrawn));
            return new Ruling(dossierId, revision, decision, reasons, orNone(missing), orNone(conditions), poll,
                    Optional.empty(), Ruling.Link.citing(Optional.ofNullable(replaces)));
        }

        private static <T> List<T> orNone(List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    @POST
    @Path("/sessions/{id}/decisions")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    @Operation(summary = "The session decides on a request, or again on one by a decision that cites the earlier one")
    @APIResponseSchema(value = SessionViews.Decision.class, responseCode = "200")
    @Refuses({"not-in-the-chair", "no-mandate", "no-quorum", "not-on-the-agenda", "assessment-pending",
            "request-changed", "decided-otherwise", "decision-not-current", "sent-to-bank"})
    public Uni<Response> decide(@PathParam("id") UUID id, @NotNull @Valid DecisionForm form) {
        return commands.run("request-" + Codes.of(form.decision()), form, SessionViews.decided(read),
                act -> decide.handle(act, id, form.ruling()).map(kept -> Taken.key(kept.key(), id)));
    }

    @GET
    @Path("/sessions/{id}/minutes")
    @Produces(PDF)
    @Operation(summary = "The minutes of a closed session, in French; the audit chain has their SHA-256")
    @APIResponse(responseCode = "200", description = "A PDF", content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Refuses("session-state")
    public Uni<Response> minutes(@PathParam("id") UUID id) {
        return queries.run(actor -> read.minutes(actor, id)).map(found -> found.orElseThrow(RefusedException::unknown))
                .map(sealed -> Response.ok(sealed.file())
                        .header("Content-Disposition", "inline; filename=\"" + name(sealed) + "\"").build());
    }

    private static String name(Minutes sealed) {
        return "commission-" + sealed.heldOn() + ".pdf";
    }
}
