package fr.microcredit.kit.http;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;

/**
 * What the realm has signed is not always an access token: it signs what tells a front end who has signed in, too. Only a token
 * that says that it is one and of whom and whose client is taken.
 */
@ApplicationScoped
class AccessTokens implements SecurityIdentityAugmentor {
    /** Higher comes first: {@link KnownTokens} must not learn what is refused here. */
    private static final int BEFORE_IT_IS_KNOWN = 1;
    private static final String KIND = "typ";
    /** As Keycloak names an access token in its claims. */
    private static final String ACCESS = "Bearer";
    private static final List<String> WHOSE = List.of("sub", "azp");

    @Override
    public int priority() {
        return BEFORE_IT_IS_KNOWN;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && !isWhole(token)
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : Uni.createFrom().item(identity);
    }

    private static boolean isWhole(JsonWebToken token) {
        return ACCESS.equals(text(token, KIND)) && WHOSE.stream().noneMatch(claim -> text(token, claim).isBlank());
    }

    private static String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : "";
    }
}
