package fr.microcredit.eligibility.directory.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.directory.DirectoryLibrary;
import fr.microcredit.eligibility.directory.domain.Entry;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;
import fr.microcredit.kit.time.BusinessCalendar;

/** Accompanying bodies, banks and conventions as they hold on a day. */
@Path("/directory")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT,
        Roles.BANK_AGENT, Roles.BANK_CLIENT, Roles.FUND_MANAGER, Roles.SCHEME_EDITOR, Roles.AUDITOR})
public class DirectoryResource {
    private final Queries queries;
    private final DirectoryLibrary library;
    private final BusinessCalendar calendar;

    DirectoryResource(Queries queries, DirectoryLibrary library, BusinessCalendar calendar) {
        this.queries = queries;
        this.library = library;
        this.calendar = calendar;
    }

    /**
     * What has begun and has not ended.
     *
     * @param kind all kinds where absent
     * @param on   day, today where absent
     */
    @GET
    @Operation(summary = "Accompanying bodies, banks and conventions that hold on a day")
    @BankScope(Scopes.FILES_READ)
    public Uni<List<EntryView>> list(@QueryParam("kind") Entry.Kind kind, @QueryParam("on") LocalDate on) {
        return queries.run(actor -> day(on).chain(day -> library.current()
                .map(all -> all.holdingOn(day).stream().filter(each -> kind == null || each.kind() == kind)
                        .map(EntryView::of).toList())));
    }

    /**
     * The version of a day; it may have ended before.
     *
     * @param on day, today where absent
     */
    @GET
    @Path("/{id}")
    @Operation(summary = "An accompanying body, a bank or a convention as of a day")
    @BankScope(Scopes.FILES_READ)
    public Uni<EntryView> one(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return queries.run(actor -> day(on).chain(day -> library.current()
                .map(all -> all.find(id, day).map(EntryView::of).orElseThrow(RefusedException::unknown))));
    }

    private Uni<LocalDate> day(LocalDate asked) {
        return Optional.ofNullable(asked).map(Uni.createFrom()::item).orElseGet(calendar::today);
    }
}
