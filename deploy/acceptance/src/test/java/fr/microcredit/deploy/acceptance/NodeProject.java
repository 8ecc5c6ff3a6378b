package fr.microcredit.deploy.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** The TypeScript project of the tests, in a folder of its own below {@code target}. */
final class NodeProject {
    private static final Path SOURCES = Path.of("deploy/acceptance/src/test/typescript");
    private static final int LIMIT_S = 300;
    private static final Pattern NO_NETWORK = Pattern
            .compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED");

    private final Path folder;

    private NodeProject(Path folder) {
        this.folder = folder;
    }

    /** @param otherwise what stays untested on a machine without Node.js or without its packages */
    static NodeProject orSkip(Path root, String otherwise) throws Exception {
        Path folder = root.resolve("deploy/acceptance/target/typescript");
        copy(root.resolve(SOURCES), Files.createDirectories(folder));
        NodeProject project = new NodeProject(folder);
        Assumptions.assumeTrue(Stream.of("node", "npm").allMatch(NodeProject::isThere),
                "No Node.js on this machine: " + otherwise + "; install nodejs (20 or newer) and npm to test it");
        Run install = project.run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Assumptions.assumeFalse(install.exit() != 0 && NO_NETWORK.matcher(install.output()).find(),
                "The npm registry is out of reach: " + otherwise);
        install.orFail();
        return project;
    }

    /** How a program ended. */
    record Run(List<String> command, int exit, String output) {
        String orFail() {
            if (exit != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + exit + ":\n" + output);
            }
            return output;
        }
    }

    Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    Run run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "run", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return new Run(List.of(command), process.exitValue(), Files.readString(output));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).map(Path::of)
                .anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }
}
