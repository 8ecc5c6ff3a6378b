package fr.microcredit.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;

import fr.microcredit.kit.json.KitJson;

/**
 * The realm's keys of this test run, served where Keycloak serves them: a service fetches them as in production, so that what
 * it does with the key a token names is tested too.
 */
final class TestKeys implements AutoCloseable {
    static final String ID = "of-this-test-run";
    static final String ISSUER = "https://keycloak.test/realms/microcredit";
    private static final String REALM = "/realms/microcredit";
    private static final KeyPair PAIR = fresh();

    private final HttpServer server;

    private TestKeys(HttpServer server) {
        this.server = server;
    }

    static TestKeys served() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = keySet().getBytes(StandardCharsets.UTF_8);
            server.createContext(REALM + "/protocol/openid-connect/certs", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return new TestKeys(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> configuration() {
        return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:" + server.getAddress().getPort() + REALM,
                "quarkus.oidc.token.issuer", ISSUER);
    }

    /** The pair that the service trusts. */
    static KeyPair pair() {
        return PAIR;
    }

    /** One that nobody trusts. */
    static KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    private static String keySet() {
        RSAPublicKey key = (RSAPublicKey) PAIR.getPublic();
        return KitJson.write(Map.of("keys", List.of(Map.of("kty", "RSA", "use", "sig", "alg", "RS256", "kid", ID, "n",
                number(key.getModulus()), "e", number(key.getPublicExponent())))));
    }

    /** Big-endian without a sign (RFC 7518, 6.3.1.1). */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
