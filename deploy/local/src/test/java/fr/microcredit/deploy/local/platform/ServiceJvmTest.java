package fr.microcredit.deploy.local.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.microcredit.backing.ClassCache;
import fr.microcredit.backing.Jvm;

class ServiceJvmTest {
    @TempDir
    Path build;

    @BeforeEach
    void packaged() throws Exception {
        for (String jar : List.of("app/intake.jar", "lib/main/b.jar", "lib/main/a.jar", "lib/boot/c.jar")) {
            Files.createDirectories(build.resolve(jar).getParent());
            Files.createFile(build.resolve(jar));
        }
    }

    @Test
    void withoutACacheThePackagedBuildIsStarted() throws Exception {
        List<String> command = command(Jvm.Tuning.QUICK);
        assertEquals(List.of("-Dsetting=1", "-jar", build.resolve("quarkus-run.jar").toString()),
                command.subList(command.size() - 3, command.size()));
        assertTrue(command.contains("-XX:TieredStopAtLevel=1"));
    }

    @Test
    void withACacheItsClassesComeFromOneClassPathInItsOrder() throws Exception {
        ClassCache cache = ClassCache.of(build);
        Files.createFile(Path.of(cache.use().get(0).split("=")[1]));
        List<String> command = command(Jvm.Tuning.LASTING);
        assertTrue(command.containsAll(cache.use()));
        assertFalse(command.contains("-XX:TieredStopAtLevel=1"));
        assertEquals(classPath(), command.get(command.indexOf("-cp") + 1));
    }

    @Test
    void whatIsRecordedRunsOnTheClassPathOnWhichItIsUsed() throws Exception {
        List<String> command = command(Jvm.Tuning.RECORDING);
        assertTrue(command.containsAll(ClassCache.of(build).record()));
        assertEquals(classPath(), command.get(command.indexOf("-cp") + 1));
        assertFalse(command.contains("-XX:MaxMetaspaceSize=160m"), "the cache is put together within it");
    }

    @Test
    void compactHeadersFromJdk25On() {
        assertFalse(ServiceJvm.flags(Jvm.Tuning.QUICK, 17).contains("-XX:+UseCompactObjectHeaders"));
        for (Jvm.Tuning tuning : Jvm.Tuning.values()) {
            assertTrue(ServiceJvm.flags(tuning, 25).contains("-XX:+UseCompactObjectHeaders"),
                    "a cache fits only a JVM with the same headers");
        }
    }

    @Test
    void bothCompilersRecordOnlyWhereProfilesAreKept() {
        assertTrue(ServiceJvm.flags(Jvm.Tuning.RECORDING, 17).contains("-XX:TieredStopAtLevel=1"));
        assertFalse(ServiceJvm.flags(Jvm.Tuning.RECORDING, 25).contains("-XX:TieredStopAtLevel=1"));
    }

    private List<String> command(Jvm.Tuning tuning) throws Exception {
        return new ServiceJvm(build, tuning, ClassCache.of(build)).command(List.of("-Dsetting=1"));
    }

    private String classPath() {
        return String.join(":", List.of("quarkus/transformed-bytecode.jar", "quarkus/generated-bytecode.jar",
                "app/intake.jar", "lib/main/a.jar", "lib/main/b.jar", "lib/boot/c.jar").stream()
                .map(jar -> build.resolve(jar).toString()).toList());
    }
}
