package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords and keys of this installation: made at the first start, kept in one file only its owner can read. */
final class Secrets {
    static final String FILE = "secrets.properties";
    private static final int BYTES = 18;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path data) throws IOException {
        Secrets secrets = new Secrets(data.resolve(FILE));
        if (Files.exists(secrets.file)) {
            try (Reader reader = Files.newBufferedReader(secrets.file)) {
                secrets.values.load(reader);
            }
        }
        return secrets;
    }

    /** The secret of that name, made now if there is none. */
    synchronized String of(String name) throws IOException {
        if (!values.containsKey(name)) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            values.setProperty(name, HexFormat.of().formatHex(bytes));
            store();
        }
        return values.getProperty(name);
    }

    private void store() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            values.store(writer, "secrets of this local platform");
        }
    }
}
