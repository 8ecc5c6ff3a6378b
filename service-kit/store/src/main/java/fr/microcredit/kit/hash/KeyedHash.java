package fr.microcredit.kit.hash;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fingerprints that only the holder of the key can make, so that nobody can try likely texts against them (HMAC-SHA-256).
 *
 * @param key secret of the installation
 */
public record KeyedHash(String key) {
    private static final String ALGORITHM = "HmacSHA256";

    /** Of the text in UTF-8, in hexadecimal. */
    public String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
