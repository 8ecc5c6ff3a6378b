package fr.microcredit.deploy.local.accounts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.deploy.local.key.PublicJwk;

/**
 * By which a bank's system is known: the public half of its key pair, or where it publishes it. Never the private half, which
 * no one but the bank has.
 *
 * @param attributes of the client in Keycloak
 */
record BankKey(Map<String, String> attributes) {
    private static final int RSA_BITS_MIN = 2048;
    private static final int KEYS_MAX = 5;
    private static final String OVER_TLS = "https://[A-Za-z0-9.-]+(:[0-9]+)?/\\S*";
    private static final String HERE = "http://127\\.0\\.0\\.1(:[0-9]+)?/\\S*";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param word address of a key set, or a file: a key set (RFC 7517), a public key or a certificate in PEM
     * @throws Order.UsageException for anything else, a private key in particular
     */
    static BankKey read(String word) {
        if (word.contains("://")) {
            if (!word.matches(OVER_TLS) && !word.matches(HERE)) {
                throw new Order.UsageException("A key set is fetched over https, such as https://bank.example/jwks");
            }
            return new BankKey(Map.of("use.jwks.url", "true", "jwks.url", word, "use.jwks.string", "false"));
        }
        return of(text(word));
    }

    static BankKey of(String text) {
        List<Map<String, String>> keys = new ArrayList<>();
        publicKeys(text).forEach(key -> keys.add(jwk(key)));
        try {
            return new BankKey(Map.of("use.jwks.string", "true", "jwks.string",
                    JSON.writeValueAsString(Map.of("keys", keys)), "use.jwks.url", "false"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts can be written", e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new Order.UsageException("The file " + file + " can not be read");
        }
    }

    private static List<PublicKey> publicKeys(String text) {
        try {
            if (text.contains("PRIVATE KEY")) {
                throw ofPrivate();
            }
            if (text.contains("BEGIN CERTIFICATE")) {
                return List.of(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                        .getPublicKey());
            }
            return text.contains("BEGIN PUBLIC KEY") ? List.of(ofPem(text)) : ofSet(JSON.readTree(text));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unusable();
        }
    }

    private static PublicKey ofPem(String text) throws GeneralSecurityException {
        X509EncodedKeySpec key = new X509EncodedKeySpec(
                Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", "")));
        try {
            return KeyFactory.getInstance("RSA").generatePublic(key);
        } catch (InvalidKeySpecException e) {
            return KeyFactory.getInstance("EC").generatePublic(key);
        }
    }

    private static List<PublicKey> ofSet(JsonNode set) throws GeneralSecurityException {
        List<PublicKey> keys = new ArrayList<>();
        for (JsonNode each : set.path("keys")) {
            if (each.has("d") || each.has("k")) {
                throw ofPrivate();
            }
            keys.add(JwkReader.publicKey(each));
        }
        if (keys.isEmpty() || keys.size() > KEYS_MAX) {
            throw new Order.UsageException("A key set has 1 to " + KEYS_MAX + " keys");
        }
        return keys;
    }

    private static Map<String, String> jwk(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && isWeak(rsa.getModulus())) {
            throw new Order.UsageException("An RSA key has " + RSA_BITS_MIN + " bits or more");
        }
        try {
            return PublicJwk.of(key);
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
    }

    private static boolean isWeak(BigInteger modulus) {
        return modulus.bitLength() < RSA_BITS_MIN;
    }

    private static Order.UsageException ofPrivate() {
        return new Order.UsageException("This is a private key: it stays with the bank and goes to nobody, us included."
                + " Who has seen it can act as the bank: make a new pair and give the public half");
    }

    private static Order.UsageException unusable() {
        return new Order.UsageException("A key is given as a key set in JSON, or as a public key or certificate in PEM,"
                + " RSA or on the curve P-256");
    }
}
