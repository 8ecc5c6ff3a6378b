package fr.microcredit.kit.http;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import fr.microcredit.kit.problem.Problems;

/**
 * Asks for a token where the HTTP layer itself does, on the framework's own pages: by a problem like everywhere else. Tokens
 * are none of its business.
 */
@ApplicationScoped
class Challenge implements HttpAuthenticationMechanism {
    private static final int BEFORE_ALL_OTHERS = 10_000;

    private final RequestGuard guard;

    Challenge(RequestGuard guard) {
        this.guard = guard;
    }

    @Override
    public int getPriority() {
        return BEFORE_ALL_OTHERS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom()
                .item(new ChallengeData(Problems.UNAUTHENTICATED.status(), "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        guard.refuse(request, Problems.UNAUTHENTICATED);
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
