package fr.microcredit.kit.sample;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;

/** Counts how often a token was really checked. */
@ApplicationScoped
public class CountChecks implements SecurityIdentityAugmentor {
    private final AtomicInteger checks = new AtomicInteger();

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        checks.incrementAndGet();
        return Uni.createFrom().item(identity);
    }

    public int count() {
        return checks.get();
    }
}
