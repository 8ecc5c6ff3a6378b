package fr.microcredit.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build put the components: the Kafka jars, and PostgreSQL and Keycloak, unpacked on first use. */
public final class Distributions {
    private static final String HOME_PROPERTY = "workspace.backing";

    private final Path home;

    public Distributions(Path home) {
        this.home = home;
    }

    /** The distributions of this build, found by the system property {@code workspace.backing}. */
    public static Distributions ofThisBuild() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new IllegalStateException(
                    "System property " + HOME_PROPERTY + " is not set: run through Maven or deploy/up");
        }
        return new Distributions(Path.of(home));
    }

    /** Folder of the broker's jars. */
    public Path kafkaJars() {
        return required(home.resolve("kafka/target/lib"));
    }

    /** PostgreSQL's installation folder, with {@code bin/postgres} inside. */
    public Path postgres() throws IOException {
        return unpackedOnce("postgresql", target -> Archives.unpackPostgres(archive("postgresql.jar"), target));
    }

    /** Keycloak's installation folder, with {@code lib} and {@code providers} inside; not yet augmented. */
    public Path keycloak() throws IOException {
        return unpackedOnce("keycloak", target -> Archives.unpackZipWithoutRoot(archive("keycloak.zip"), target));
    }

    private Path archive(String name) {
        return required(home.resolve("target/distributions").resolve(name));
    }

    private static Path required(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException("Not built yet: " + path + " (mvn package makes it)");
        }
        return path;
    }

    /** Unpacks beside the target and moves into place, so that a process cut off half-way leaves no half installation. */
    private synchronized Path unpackedOnce(String name, Unpacking unpacking) throws IOException {
        Path target = home.resolve("target").resolve(name);
        if (!Files.isDirectory(target)) {
            Path partial = Files.createTempDirectory(home.resolve("target"), name);
            unpacking.into(partial);
            Files.move(partial, target);
        }
        return target;
    }

    private interface Unpacking {
        void into(Path target) throws IOException;
    }
}
