package fr.microcredit.kit.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Tokens whose signature was checked a moment ago: the same token is not checked on every request, which would cost more than
 * the request. It is known until it expires, and for a minute at most, so that a key that the realm has withdrawn counts for
 * no longer than that.
 */
@ApplicationScoped
class KnownTokens implements HttpAuthenticationMechanism, SecurityIdentityAugmentor {
    private static final int BEFORE_THE_CHECK = 9_000;
    private static final int TOKENS_MAX = 2_000;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final String SCHEME = "Bearer ";

    private final Clock clock;
    private final Map<String, Known> tokens = new ConcurrentHashMap<>();

    KnownTokens(Clock clock) {
        this.clock = clock;
    }

    private record Known(SecurityIdentity identity, Instant until) {
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_CHECK;
    }

    /** Empty for a token that has to be checked. */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String header = request.request().getHeader("Authorization");
        Known known = header != null && header.startsWith(SCHEME)
                ? tokens.get(header.substring(SCHEME.length()))
                : null;
        return Uni.createFrom()
                .item(known != null && clock.instant().isBefore(known.until()) ? known.identity() : null);
    }

    /** Called with every identity that was just established. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential != null && identity.getPrincipal() instanceof JsonWebToken token) {
            Instant now = clock.instant();
            Instant expires = Instant.ofEpochSecond(token.getExpirationTime());
            Instant until = now.plus(KNOWN_FOR).isBefore(expires) ? now.plus(KNOWN_FOR) : expires;
            makeRoom(now);
            tokens.put(credential.getToken(), new Known(withoutRequest(identity), until));
        }
        return Uni.createFrom().item(identity);
    }

    private void makeRoom(Instant now) {
        if (tokens.size() >= TOKENS_MAX) {
            tokens.values().removeIf(known -> !now.isBefore(known.until()));
        }
        if (tokens.size() >= TOKENS_MAX) {
            tokens.clear();
        }
    }

    /** The identity holds on to the request in which it was established; what is kept must not. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder kept = QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles()).addCredentials(identity.getCredentials());
        identity.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext)) {
                kept.addAttribute(name, value);
            }
        });
        return kept.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
