package fr.microcredit.deploy.local.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a bank's system signs in with: an RSA key pair, of which the realm knows the public half only. It shows that it has the
 * other half by an assertion (RFC 7523), signed PS256, for one use within a minute.
 */
public record ClientKey(KeyPair pair) {
    /** As Keycloak and RFC 7523 ask for them in the form of the token request. */
    public static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration LASTS = Duration.ofMinutes(1);
    private static final PSSParameterSpec PS256 = new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32,
            PSSParameterSpec.TRAILER_FIELD_BC);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What an assertion says.
     *
     * @param audience the realm's address, which is its name as an issuer
     * @param id       for one use
     */
    public record Assertion(String clientId, String audience, String id, Instant issued, Instant expires) {
        /** From now, for a minute. */
        public static Assertion of(String clientId, String audience, String id, Instant now) {
            return new Assertion(clientId, audience, id, now, now.plus(LASTS));
        }
    }

    /** The public half, as the realm is given it. */
    public String publicKeySet() {
        return json(Map.of("keys", List.of(PublicJwk.of(pair.getPublic()))));
    }

    public String sign(Assertion assertion) {
        String content = part(Map.of("alg", "PS256", "typ", "JWT", "kid", PublicJwk.of(pair.getPublic()).get("kid")))
                + "." + part(Map.of("iss", assertion.clientId(), "sub", assertion.clientId(), "aud",
                        assertion.audience(), "jti", assertion.id(), "iat", assertion.issued().getEpochSecond(), "exp",
                        assertion.expires().getEpochSecond()));
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(PS256);
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + PublicJwk.encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs RSASSA-PSS", e);
        }
    }

    private static String part(Map<String, ?> content) {
        return PublicJwk.encoded(json(content).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts can be written", e);
        }
    }
}
