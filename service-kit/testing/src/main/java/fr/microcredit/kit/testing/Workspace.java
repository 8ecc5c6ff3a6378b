package fr.microcredit.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that is being tested; contracts of other services are read from it by this one property. */
public final class Workspace {
    private static final String ROOT_PROPERTY = "workspace.root";
    private static final String SERVICE = "-service";

    private Workspace() {
    }

    public static Path root() {
        String root = System.getProperty(ROOT_PROPERTY);
        if (root == null) {
            throw new IllegalStateException("System property " + ROOT_PROPERTY + " is not set: run through Maven");
        }
        return Path.of(root);
    }

    /** The services' folders. */
    public static Stream<String> modules() {
        try (Stream<Path> folders = Files.list(root())) {
            List<String> names = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.endsWith(SERVICE)).sorted().toList();
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service's contract folder. */
    public static Path contracts(String module) {
        return root().resolve(module).resolve("src/main/resources/contracts");
    }
}
