package fr.microcredit.kit.http;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.problem.Violation;
import fr.microcredit.kit.tenancy.Roles;

/**
 * The one place where a bank's token is asked for the scope of what it is used for, whoever holds it: the bank's system or a
 * person at its front end. An operation without a {@link BankScope} is none for banks.
 */
@ApplicationScoped
class ScopeCheck {
    /** Behind the pace of {@link Admission}: who tries scopes out is slowed down like anybody. */
    private static final int AFTER_ADMISSION = Priorities.AUTHORIZATION + 2;
    private static final String SCOPES = "scope";

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final RoutingContext request;

    ScopeCheck(SecurityIdentity identity, JsonWebToken token, RoutingContext request) {
        this.identity = identity;
        this.token = token;
        this.request = request;
    }

    @ServerRequestFilter(priority = AFTER_ADMISSION)
    void check(ResourceInfo operation) {
        if (request.user() == null || Collections.disjoint(identity.getRoles(), Roles.OF_BANKS)) {
            return;
        }
        BankScope needed = operation.getResourceMethod().getAnnotation(BankScope.class);
        if (needed == null) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        if (!given().contains(needed.value())) {
            throw new ProblemException(Problems.INSUFFICIENT_SCOPE,
                    Violation.at("header:Authorization", Problems.INSUFFICIENT_SCOPE.code(), needed.value()));
        }
    }

    /** As OAuth writes them, with a space between (RFC 9068, 2.2.3). */
    private Set<String> given() {
        Object scopes = token.getClaim(SCOPES);
        return scopes == null ? Set.of() : Set.copyOf(List.of(scopes.toString().split(" ")));
    }
}
