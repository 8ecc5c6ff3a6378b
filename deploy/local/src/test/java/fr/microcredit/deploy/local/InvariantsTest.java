package fr.microcredit.deploy.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What docs/invariants.md names stands in the sources: {@code Class}, {@code Class.method}, or {@code .method} of the class before. */
class InvariantsTest {
    private static final Path ROOT = Path.of(System.getProperty("workspace.root"));
    /** Where others write while this test reads. */
    private static final Set<String> NO_SOURCES = Set.of("target", ".git", ".platform", "node_modules");
    private static final int ROWS_MIN = 50;
    private static final Pattern ROW = Pattern.compile("\\|(.+)\\|(.+)\\|");
    private static final Pattern NAME = Pattern.compile("`([^`]*)`");
    private static final Pattern WORD = Pattern.compile("([A-Z]\\w*)?(?:\\.(\\w+))?");

    @Test
    void everyInvariantNamesATestThatThereIs() throws IOException {
        Map<String, String> sources = testSources();
        List<String> faults = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(ROOT.resolve("docs/invariants.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && !line.startsWith("|---") && !line.startsWith("| invariant")) {
                rows++;
                faultsOf(row.group(2), sources).forEach(fault -> faults.add(row.group(1).trim() + ": " + fault));
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(rows >= ROWS_MIN, "rows read: " + rows);
    }

    private static List<String> faultsOf(String cell, Map<String, String> sources) {
        List<String> faults = new ArrayList<>();
        String type = null;
        Matcher names = NAME.matcher(cell);
        while (names.find()) {
            Matcher word = WORD.matcher(names.group(1));
            if (!word.matches()) {
                faults.add("not a name: " + names.group(1));
                continue;
            }
            type = word.group(1) == null ? type : word.group(1);
            fault(type, word.group(2), sources).ifPresent(faults::add);
        }
        return type == null ? List.of("names no test") : faults;
    }

    private static Optional<String> fault(String type, String method, Map<String, String> sources) {
        String source = sources.get(type);
        if (source == null) {
            return Optional.of("no class " + type);
        }
        return method == null || source.contains("void " + method + "(")
                ? Optional.empty()
                : Optional.of("no method " + type + "." + method);
    }

    /** By the simple name; sources of one name in several modules stand one after the other. */
    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NO_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isTestSource(file)) {
                    sources.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file),
                            String::concat);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    /** What services have in common in their tests is main code of the kit's testing part. */
    private static boolean isTestSource(Path file) {
        String path = ROOT.relativize(file).toString();
        return path.endsWith(".java")
                && (path.contains("src/test/java/") || path.startsWith("service-kit/testing/src/main/java/"));
    }
}
