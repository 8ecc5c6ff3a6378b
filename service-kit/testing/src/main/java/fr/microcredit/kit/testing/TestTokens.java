package fr.microcredit.kit.testing;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import fr.microcredit.kit.tenancy.Scopes;

/** Tokens with the claims Keycloak writes, signed with a key of this test run that the service trusts. */
public final class TestTokens {
    private static final KeyPair KEYS = TestKeys.pair();

    private TestTokens() {
    }

    public static String office(String officeId, String... roles) {
        return sign(claims(roles).claim("office_id", officeId), KEYS);
    }

    /** For acts of an office that need two persons. */
    public static String officePerson(String officeId, String subject, String... roles) {
        return sign(claims(roles).claim("office_id", officeId).subject(subject), KEYS);
    }

    /** Of somebody whom the identity provider calls so. */
    public static String officeNamed(String officeId, String subject, String name, String... roles) {
        return sign(claims(roles).claim("office_id", officeId).claim("name", name).subject(subject), KEYS);
    }

    /** Of another client than the tests' own. */
    public static String ofClient(String client, String officeId, String... roles) {
        return sign(claims(roles).claim("office_id", officeId).claim("azp", client), KEYS);
    }

    /** With every scope. */
    public static String bank(String bankId, String... roles) {
        return bankWith(Scopes.ALL.keySet(), bankId, roles);
    }

    public static String bankWith(Set<String> scopes, String bankId, String... roles) {
        return sign(claims(roles).claim("bank_id", bankId).claim("scope", String.join(" ", scopes)), KEYS);
    }

    public static String region(String... roles) {
        return sign(claims(roles), KEYS);
    }

    /** For acts that need two persons. */
    public static String regionPerson(String subject, String... roles) {
        return sign(claims(roles).subject(subject), KEYS);
    }

    /** A token that names no tenant although its role needs one. */
    public static String withoutTenant(String... roles) {
        return sign(claims(roles), KEYS);
    }

    public static String expired(String officeId, String... roles) {
        return sign(claims(roles).claim("office_id", officeId).expiresAt(1), KEYS);
    }

    public static String lasting(Duration time, String officeId, String... roles) {
        return sign(claims(roles).claim("office_id", officeId).expiresIn(time), KEYS);
    }

    public static String forOtherAudience(String officeId, String... roles) {
        return sign(claims(roles).claim("office_id", officeId).audience("elsewhere"), KEYS);
    }

    public static String signedByStranger(String officeId, String... roles) {
        return sign(claims(roles).claim("office_id", officeId), TestKeys.fresh());
    }

    private static JwtClaimsBuilder claims(String... roles) {
        String person = roles.length == 0 ? "nobody" : roles[0];
        return Jwt.issuer(TestKeys.ISSUER).subject("test-" + person).audience(Set.of("microcredit"))
                .claim("azp", "test-client").claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.of(roles))).expiresIn(Duration.ofHours(1));
    }

    private static String sign(JwtClaimsBuilder claims, KeyPair keys) {
        return claims.jws().keyId(TestKeys.ID).sign(keys.getPrivate());
    }
}
