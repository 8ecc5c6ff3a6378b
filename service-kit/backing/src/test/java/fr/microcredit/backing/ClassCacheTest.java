package fr.microcredit.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassCacheTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"17.0.15+6, ArchiveClassesAtExit, SharedArchiveFile, jsa",
            "21.0.7+6, ArchiveClassesAtExit, SharedArchiveFile, jsa", "25.0.3+9-LTS, AOTCacheOutput, AOTCache, aot"})
    void everyJdkHasItsFlagsAndAFileOfItsOwn(String jdk, String record, String use, String ending) {
        ClassCache cache = new ClassCache(folder, Runtime.Version.parse(jdk));
        String name = "classes-" + jdk + "." + ending;
        assertEquals(List.of("-XX:" + record + "=" + folder.resolve("unfinished-" + name)), cache.record());
        assertEquals(List.of("-XX:" + use + "=" + folder.resolve(name)), cache.use());
    }

    @Test
    void whatIsNotFinishedIsNotUsed() throws Exception {
        ClassCache cache = ClassCache.of(folder);
        cache.keep();
        assertFalse(cache.exists());
        Path written = Path.of(cache.record().get(0).split("=")[1]);
        Files.writeString(written, "classes");
        assertFalse(cache.exists());
        cache.keep();
        assertTrue(cache.exists());
        assertFalse(Files.exists(written));
    }

    @Test
    void aCacheThatDoesNotFitStopsNoStart() throws Exception {
        ClassCache cache = ClassCache.of(folder);
        Files.writeString(Path.of(cache.use().get(0).split("=")[1]), "no classes at all");
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(cache.use());
        command.add("-version");
        try (ChildProcess process = ChildProcess.start("java", folder, command, Map.of())) {
            assertEquals(0, process.waitFor(), () -> "see " + ChildProcess.logFile(folder, "java"));
        }
    }
}
