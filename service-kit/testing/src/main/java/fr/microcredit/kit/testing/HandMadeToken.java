package fr.microcredit.kit.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.tenancy.Scopes;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token put together by hand: whole at first, then as wrong as no library lets one make it. */
public final class HandMadeToken {
    /** The first second of the year 2100. */
    private static final long FAR_OFF = 4_102_444_800L;

    private final Map<String, Object> header = new LinkedHashMap<>(
            Map.of("alg", "RS256", "typ", "JWT", "kid", TestKeys.ID));
    private final Map<String, Object> claims = new LinkedHashMap<>();

    private HandMadeToken() {
    }

    /** As a bank's system gets it from the realm, with all scopes, and good until 2100. */
    public static HandMadeToken ofBank(String bankId, String... roles) {
        return new HandMadeToken().claim("iss", TestKeys.ISSUER).claim("sub", "system-of-" + bankId)
                .claim("azp", "bank-" + bankId).claim("aud", "microcredit").claim("typ", "Bearer").claim("exp", FAR_OFF)
                .claim("bank_id", bankId)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .claim("scope", String.join(" ", Scopes.ALL.keySet()));
    }

    /** @param value null to leave it out */
    public HandMadeToken claim(String name, Object value) {
        return put(claims, name, value);
    }

    /** @param value null to leave it out */
    public HandMadeToken header(String name, Object value) {
        return put(header, name, value);
    }

    private HandMadeToken put(Map<String, Object> into, String name, Object value) {
        if (value == null) {
            into.remove(name);
        } else {
            into.put(name, value);
        }
        return this;
    }

    /** With the key that the service trusts. */
    public String signed() {
        return signedBy(TestKeys.pair());
    }

    public String signedByStranger() {
        return signedBy(TestKeys.fresh());
    }

    private String signedBy(KeyPair keys) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content().getBytes(StandardCharsets.US_ASCII));
            return content() + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code alg} none: an empty signature. */
    public String unsigned() {
        header("alg", "none");
        return content() + ".";
    }

    /** HS256, with what everybody knows as the secret: the public key. */
    public String signedWithThePublicKey() {
        header("alg", "HS256");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TestKeys.pair().getPublic().getEncoded(), mac.getAlgorithm()));
            return content() + "." + encoded(mac.doFinal(content().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content() {
        return encoded(KitJson.write(header).getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(KitJson.write(claims).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
