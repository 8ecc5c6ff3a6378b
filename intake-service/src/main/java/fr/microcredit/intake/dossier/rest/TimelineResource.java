package fr.microcredit.intake.dossier.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.domain.Agent;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.intake.timeline.Words;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.tenancy.Roles;

/** What has happened to a dossier. */
@Path("/dossiers/{dossierId}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class TimelineResource {
    private final Queries queries;
    private final ReadDossiers read;
    private final HttpHeaders headers;

    TimelineResource(Queries queries, ReadDossiers read, @Context HttpHeaders headers) {
        this.queries = queries;
        this.read = read;
        this.headers = headers;
    }

    /**
     * One line of the timeline.
     *
     * @param on       business date
     * @param at       when it was recorded in intake
     * @param type     of the event or the act, such as {@code bank.disbursed} or {@code dossier.submitted}
     * @param by       who has done it, by the identifier of the identity provider; left out for what others have told
     * @param byName   as the office calls them; left out where their token never said it
     * @param insteadOf who had the dossier on that day and was away, where a substitute has done it
     * @param sentence in French, or in English where that is asked for
     * @param data     of the event, or what the audit chain says of the act
     */
    public record EntryView(LocalDate on, Instant at, String type, Optional<String> by, Optional<String> byName,
            Optional<String> insteadOf, String sentence, Verbatim data) {
        private static EntryView of(Timeline.Entry entry, Words words) {
            return new EntryView(entry.on(), entry.at(), entry.type(), entry.by().map(Agent::subject),
                    entry.by().flatMap(Agent::name), entry.insteadOf().map(Agent::subject), words.of(entry),
                    entry.data());
        }
    }

    @GET
    @Operation(summary = "What has happened to a dossier over all services, and what the office has done on it")
    public Uni<List<EntryView>> read(@PathParam("dossierId") UUID id) {
        Words words = Words.in(Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        return queries.run(actor -> read.timeline(actor, id.toString()))
                .map(entries -> entries.stream().map(entry -> EntryView.of(entry, words)).toList());
    }
}
