package fr.microcredit.deploy.local.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Key pairs of this installation's bank systems: made when first needed, each in a file that only its owner can read. */
public final class ClientKeys {
    private static final int BITS = 2048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[]{'\n'});

    private final Path folder;

    /** @param data folder of the installation */
    public ClientKeys(Path data) {
        this.folder = data.resolve("keys");
    }

    public synchronized ClientKey of(String clientId) throws IOException {
        Path file = folder.resolve(clientId + ".pem");
        if (!Files.exists(file)) {
            write(file, fresh());
        }
        return read(file);
    }

    /** A pair that is kept nowhere. */
    public static ClientKey fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new ClientKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    /** Written beside its place first: a start that is cut off leaves no half key. */
    private void write(Path file, ClientKey key) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwx------")));
        Path partial = Files.createTempFile(folder, "key", null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial,
                BEGIN + "\n" + LINES.encodeToString(key.pair().getPrivate().getEncoded()) + "\n" + END + "\n");
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static ClientKey read(Path file) throws IOException {
        String text = Files.readString(file).replace(BEGIN, "").replace(END, "");
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
            return new ClientKey(new KeyPair(
                    rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no RSA key", e);
        }
    }
}
