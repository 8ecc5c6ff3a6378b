package fr.microcredit.kit.http;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Tenant;

/** Reads the actor from the verified token. */
@RequestScoped
public class Actors {
    static final String OFFICE_CLAIM = "office_id";
    static final String BANK_CLAIM = "bank_id";
    private static final String CLIENT_CLAIM = "azp";
    private static final String NAME_CLAIM = "name";
    private static final String USER_CLAIM = "preferred_username";
    private static final int NAME_LENGTH_MAX = 200;

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Actors(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /**
     * The actor of the running request.
     *
     * @throws ProblemException {@code tenant-missing} when the roles ask for an office or a bank that the token does not
     *                          name, or when they belong to tenants of two kinds
     */
    public Actor current() {
        Set<String> roles = identity.getRoles();
        return new Actor(token.getSubject(), claim(CLIENT_CLAIM), Set.copyOf(roles), tenantFor(roles));
    }

    /** How people call the actor of the running request, 200 characters at most; empty where the token does not say it. */
    Optional<String> displayName() {
        return Stream.of(NAME_CLAIM, USER_CLAIM).map(this::claim).filter(Objects::nonNull).map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= NAME_LENGTH_MAX && StorableText.isStorable(name))
                .findFirst();
    }

    private Tenant tenantFor(Set<String> roles) {
        boolean office = !Collections.disjoint(roles, Roles.OF_OFFICES);
        boolean bank = !Collections.disjoint(roles, Roles.OF_BANKS);
        boolean region = !Collections.disjoint(roles, Roles.OF_THE_REGION);
        if (office && !bank && !region && claim(OFFICE_CLAIM) != null) {
            return new Tenant(Tenant.Kind.OFFICE, claim(OFFICE_CLAIM));
        }
        if (bank && !office && !region && claim(BANK_CLAIM) != null) {
            return new Tenant(Tenant.Kind.BANK, claim(BANK_CLAIM));
        }
        if (region && !office && !bank) {
            return Tenant.REGION;
        }
        throw new ProblemException(Problems.TENANT_MISSING);
    }

    private String claim(String name) {
        Object value = token.getClaim(name);
        return value == null ? null : value.toString();
    }
}
