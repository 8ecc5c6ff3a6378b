package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.Dossiers.Days;
import fr.microcredit.intake.dossier.Dossiers.Wanted;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.intake.request.domain.FileNumber;
import fr.microcredit.intake.request.domain.Purpose;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.problem.Violation;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.time.BusinessCalendar;

/** How a desk finds its dossiers again. Addresses are logged on their way: what names a person stands in a body. */
@Path("/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class SearchResource {
    private static final String ME = "me";
    private static final String NAME = "familyName";

    private final Queries queries;
    private final ReadDossiers read;
    private final BusinessCalendar calendar;
    private final UriInfo address;

    SearchResource(Queries queries, ReadDossiers read, BusinessCalendar calendar, @Context UriInfo address) {
        this.queries = queries;
        this.read = read;
        this.calendar = calendar;
        this.address = address;
    }

    /** Where a dossier can stand, over all rooms. */
    public enum AnyStage {
        DRAFT, SUBMITTED, NEEDS_JUDGEMENT, ELIGIBLE, FOUND_INELIGIBLE, INELIGIBLE, APPROVED, REFUSED, WITHDRAWN,
        TRANSMITTED, BANK_ACCEPTED, BANK_PROPOSED, BANK_DISAGREED, CONCERTED, AMENDED, BANK_REFUSED, CONTRACTED,
        DISBURSED, IN_DEFAULT, REPAID, WRITTEN_OFF, ENDED,
        NOT_LENT, ABANDONED
    }

    /**
     * What is looked for; whatever is left out is not looked at.
     *
     * @param familyName   how it begins, whatever its accents and capitals
     * @param fileNumber   whole or in part: {@code DIJ-2026-0042}, {@code dij 2026 42}, {@code 2026-42}, {@code 42}
     * @param agent        to whom it is entrusted; {@code me} for whoever asks and for whom they stand in today
     * @param waitingSince nothing has happened to the request since this day or longer
     */
    public record SearchForm(@Size(min = 1, max = 100) String familyName,
            @Size(max = 40) @Pattern(regexp = FileNumber.TYPED) String fileNumber, AnyStage stage, Purpose purpose,
            @Size(min = 1, max = 255) String agent, LocalDate openedFrom, LocalDate openedTo, LocalDate submittedFrom,
            LocalDate submittedTo, LocalDate waitingSince) {
        private boolean isAboutWhoeverAsks() {
            return ME.equals(agent);
        }

        private Wanted toWanted(String asking, Optional<LocalDate> today) {
            return new Wanted(Optional.ofNullable(familyName),
                    Optional.ofNullable(fileNumber).flatMap(FileNumber::typed), Optional.ofNullable(purpose),
                    isAboutWhoeverAsks() ? Optional.of(asking) : Optional.ofNullable(agent), today,
                    days(openedFrom, openedTo), days(submittedFrom, submittedTo), Optional.ofNullable(waitingSince));
        }

        private static Days days(LocalDate from, LocalDate to) {
            return new Days(Optional.ofNullable(from), Optional.ofNullable(to));
        }
    }

    @GET
    @Operation(summary = "The office's dossiers, newest first; those of a stage, of a purpose, of an agent")
    public Uni<Page<DossierView>> list(@QueryParam("stage") AnyStage stage, @QueryParam("purpose") Purpose purpose,
            @QueryParam("agent") @Size(min = 1, max = 255) String agent, @BeanParam Paging paging) {
        if (address.getQueryParameters().containsKey(NAME)) {
            throw new ProblemException(Problems.MALFORMED, Violation.at("?" + NAME, "wrong-value"));
        }
        return page(new SearchForm(null, null, stage, purpose, agent, null, null, null, null, null), paging);
    }

    @POST
    @Path("/search")
    @Operation(summary = "The office's dossiers, newest first, by name, file number, agent, stage, purpose and days")
    public Uni<Page<DossierView>> search(@NotNull @Valid SearchForm form, @BeanParam Paging paging) {
        return page(form, paging);
    }

    private Uni<Page<DossierView>> page(SearchForm form, Paging paging) {
        return queries.run(actor -> today(form).chain(today -> read.page(
                new Store.Filter(actor.tenantId(), Optional.ofNullable(form.stage()).map(Codes::of), paging.place(),
                        paging.limit()),
                form.toWanted(actor.subject(), today)))
                .map(found -> Page.of(found, paging.limit(), DossierView::item)));
    }

    /** Whoever stands in for others on that day has theirs too. */
    private Uni<Optional<LocalDate>> today(SearchForm form) {
        return form.isAboutWhoeverAsks() ? calendar.today().map(Optional::of) : Uni.createFrom().item(Optional.empty());
    }

    @GET
    @Path("/{dossierId}/same-person")
    @Operation(summary = "The other dossiers of the same person in the own office, newest first")
    public Uni<List<DossierView>> samePerson(@PathParam("dossierId") UUID id) {
        return queries.run(actor -> read.ofTheSamePerson(actor, id.toString()))
                .map(found -> found.stream().map(kept -> DossierView.item(kept.state())).toList());
    }
}
