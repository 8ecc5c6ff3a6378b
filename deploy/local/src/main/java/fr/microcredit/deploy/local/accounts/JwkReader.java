package fr.microcredit.deploy.local.accounts;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a public key of a key set (RFC 7517, RFC 7518). */
final class JwkReader {
    private JwkReader() {
    }

    /** @throws InvalidKeySpecException for a key that is neither RSA nor on the curve P-256 */
    static PublicKey publicKey(JsonNode jwk) throws GeneralSecurityException {
        return switch (jwk.path("kty").asText() + " " + jwk.path("crv").asText()) {
            case "RSA " -> KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
            case "EC P-256" -> onCurve(new ECPoint(number(jwk, "x"), number(jwk, "y")));
            default -> throw new InvalidKeySpecException("Neither RSA nor P-256");
        };
    }

    private static PublicKey onCurve(ECPoint point) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    /** @throws IllegalArgumentException where it is no base64url */
    private static BigInteger number(JsonNode jwk, String name) throws InvalidKeySpecException {
        String text = jwk.path(name).asText();
        if (text.isEmpty()) {
            throw new InvalidKeySpecException("A number is missing");
        }
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }
}
