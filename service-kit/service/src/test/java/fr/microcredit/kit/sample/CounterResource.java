package fr.microcredit.kit.sample;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** What banks may, each with its scope, and one operation whose scope was forgotten. */
@Path("/counter")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_CLIENT, Roles.BANK_AGENT, Roles.OFFICE_AGENT})
public class CounterResource {
    @GET
    @Path("/files")
    @BankScope(Scopes.FILES_READ)
    public List<String> files() {
        return List.of();
    }

    @GET
    @Path("/decisions")
    @BankScope(Scopes.FILES_DECIDE)
    public List<String> decisions() {
        return List.of();
    }

    @GET
    @Path("/forgotten")
    public List<String> forgotten() {
        return List.of();
    }
}
