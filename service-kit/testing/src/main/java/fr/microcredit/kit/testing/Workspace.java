package fr.microcredit.kit.testing;

import java.nio.file.Path;

/** The checkout that is being tested; contracts of other services are read from it by this one property. */
public final class Workspace {
    private static final String ROOT_PROPERTY = "workspace.root";

    private Workspace() {
    }

    public static Path root() {
        String root = System.getProperty(ROOT_PROPERTY);
        if (root == null) {
            throw new IllegalStateException("System property " + ROOT_PROPERTY + " is not set: run through Maven");
        }
        return Path.of(root);
    }

    /** A service's contract folder. */
    public static Path contracts(String module) {
        return root().resolve(module).resolve("src/main/resources/contracts");
    }
}
