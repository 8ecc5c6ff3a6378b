package fr.microcredit.deploy.local.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.deploy.local.key.ClientKeys;

/** What is taken as a bank's key. */
class BankKeyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The key of RFC 7638, 3.1, whose thumbprint stands there. */
    private static final String OF_THE_RFC = """
                                             {"keys": [{"kty": "RSA", "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw", "e": "AQAB", "alg": "RS256", "kid": "2011-04-29"}]}""";

    @TempDir
    Path folder;

    @Test
    void aKeyIsNamedByItsThumbprintAndHasNothingElse() throws Exception {
        JsonNode key = only(BankKey.of(OF_THE_RFC));
        assertEquals("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", key.path("kid").asText());
        assertEquals("sig", key.path("use").asText());
        assertEquals(5, key.size(), key.toString());
    }

    @Test
    void theSameKeyInPemAndInASetIsTheSame() throws Exception {
        for (KeyPair pair : List.of(rsa(2048), elliptic("secp256r1"))) {
            BankKey ofPem = BankKey.of(pem("PUBLIC KEY", pair.getPublic()));
            assertEquals(only(ofPem), only(BankKey.of(ofPem.attributes().get("jwks.string"))));
        }
    }

    @Test
    void aPrivateKeyIsSentBack() throws Exception {
        KeyPair pair = rsa(2048);
        assertRefused(pem("PRIVATE KEY", pair.getPrivate()), "private key");
        assertRefused(pem("RSA PRIVATE KEY", pair.getPrivate()), "private key");
        assertRefused(OF_THE_RFC.replace("\"alg\"", "\"d\": \"AQAB\", \"alg\""), "private key");
        assertRefused("{\"keys\": [{\"kty\": \"oct\", \"k\": \"AQAB\"}]}", "private key");
    }

    @Test
    void aWeakKeyAndAnotherCurveAreNotTaken() throws Exception {
        assertRefused(pem("PUBLIC KEY", rsa(1024).getPublic()), "2048 bits");
        assertRefused(pem("PUBLIC KEY", elliptic("secp384r1").getPublic()), "P-256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\": []}", "nonsense", "{\"keys\": [{\"kty\": \"RSA\"}]}",
            "{\"keys\": [{\"kty\": \"RSA\", \"n\": \"AQAB\", \"e\": \"AQAB\"}]}",
            "{\"keys\": [{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"%%\", \"y\": \"AQAB\"}]}",
            "-----BEGIN PUBLIC KEY-----\nAQAB\n-----END PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----\nAQAB\n"})
    void whatIsNoKeyIsToldSo(String text) {
        assertThrows(Order.UsageException.class, () -> BankKey.of(text));
    }

    @ParameterizedTest
    @CsvSource({"https://bank.example/jwks,true", "http://bank.example/jwks,false", "ftp://bank.example/jwks,false",
            "http://127.0.0.1:9/jwks,true", "https://bank.example,false", "file:///etc/passwd,false"})
    void aKeySetIsFetchedOverTlsOnly(String address, boolean taken) {
        if (taken) {
            assertEquals(address, BankKey.read(address).attributes().get("jwks.url"));
        } else {
            assertThrows(Order.UsageException.class, () -> BankKey.read(address));
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertTrue(assertThrows(Order.UsageException.class, () -> BankKey.read("no/such/file")).getMessage()
                .contains("no/such/file"));
    }

    @Test
    void aPairIsMadeOnceAndItsOwnersOnly() throws Exception {
        ClientKeys keys = new ClientKeys(folder);
        String made = keys.of("bank-cm-nevers").publicKeySet();
        assertEquals(made, new ClientKeys(folder).of("bank-cm-nevers").publicKeySet());
        assertFalse(made.equals(keys.of("bank-cm-sens").publicKeySet()));
        assertFalse(made.contains("\"d\""));
        assertEquals(PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folder.resolve("keys/bank-cm-nevers.pem")));
        assertEquals(PosixFilePermissions.fromString("rwx------"),
                Files.getPosixFilePermissions(folder.resolve("keys")));
        try (var files = Files.list(folder.resolve("keys"))) {
            assertEquals(Set.of("bank-cm-nevers.pem", "bank-cm-sens.pem"),
                    Set.copyOf(files.map(file -> file.getFileName().toString()).toList()));
        }
    }

    private static void assertRefused(String text, String why) {
        String told = assertThrows(Order.UsageException.class, () -> BankKey.of(text)).getMessage();
        assertTrue(told.contains(why), told);
    }

    private static JsonNode only(BankKey key) throws Exception {
        JsonNode keys = JSON.readTree(key.attributes().get("jwks.string")).path("keys");
        assertEquals(1, keys.size());
        return keys.path(0);
    }

    private static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyPair elliptic(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static String pem(String kind, Key key) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + kind + "-----\n";
    }
}
