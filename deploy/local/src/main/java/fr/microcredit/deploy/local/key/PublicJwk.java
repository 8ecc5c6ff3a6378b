package fr.microcredit.deploy.local.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A public key as JSON (RFC 7517), with nothing in it but what checks a signature. */
public final class PublicJwk {
    private static final int P256_BYTES = 32;
    private static final int P256_BITS = 256;

    private PublicJwk() {
    }

    /**
     * @param key RSA, or elliptic on the curve P-256
     * @throws IllegalArgumentException for another kind
     */
    public static Map<String, String> of(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return complete(Map.of("kty", "RSA", "n", number(rsa.getModulus(), 0), "e",
                    number(rsa.getPublicExponent(), 0)));
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == P256_BITS) {
            return complete(Map.of("kty", "EC", "crv", "P-256", "x", number(ec.getW().getAffineX(), P256_BYTES), "y",
                    number(ec.getW().getAffineY(), P256_BYTES)));
        }
        throw new IllegalArgumentException("A key is RSA or on the curve P-256");
    }

    /** Named by its own thumbprint (RFC 7638), so that a key has the same name wherever it is written. */
    private static Map<String, String> complete(Map<String, String> needed) {
        Map<String, String> sorted = new TreeMap<>(needed);
        String text = sorted.entrySet().stream().map(each -> "\"" + each.getKey() + "\":\"" + each.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        sorted.put("use", "sig");
        sorted.put("kid", thumbprint(text));
        return sorted;
    }

    private static String thumbprint(String text) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Big-endian without a sign; @param bytes filled up to so many, 0 for as many as it needs. */
    private static String number(BigInteger value, int bytes) {
        byte[] given = value.toByteArray();
        byte[] bare = given.length > 1 && given[0] == 0 ? Arrays.copyOfRange(given, 1, given.length) : given;
        byte[] filled = new byte[Math.max(bytes, bare.length)];
        System.arraycopy(bare, 0, filled, filled.length - bare.length, bare.length);
        return encoded(filled);
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
