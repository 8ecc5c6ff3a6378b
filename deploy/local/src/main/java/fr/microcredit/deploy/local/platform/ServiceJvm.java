package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.microcredit.backing.ClassCache;
import fr.microcredit.backing.Jvm;

/** How the JVM of a service is called. What each flag gives was measured: ADR 33. */
final class ServiceJvm {
    private static final int HEAP_MAX_MB = 160;
    private static final int HEADERS_AND_PROFILES_SINCE = 25;

    private final Path build;
    private final Jvm.Tuning tuning;
    private final ClassCache cache;

    /** @param build folder {@code quarkus-app} of the service */
    ServiceJvm(Path build, Jvm.Tuning tuning, ClassCache cache) {
        this.build = build;
        this.tuning = tuning;
        this.cache = cache;
    }

    /** @param properties system properties as {@code -Dname=value} */
    List<String> command(List<String> properties) throws IOException {
        List<String> command = Jvm.small(HEAP_MAX_MB, tuning);
        command.addAll(flags(tuning, Runtime.version().feature()));
        command.addAll(properties);
        if (tuning == Jvm.Tuning.RECORDING) {
            command.addAll(cache.record());
            command.addAll(onOneClassPath());
        } else if (cache.exists()) {
            command.addAll(cache.use());
            command.addAll(onOneClassPath());
        } else {
            command.addAll(List.of("-jar", build.resolve("quarkus-run.jar").toString()));
        }
        return command;
    }

    static List<String> flags(Jvm.Tuning tuning, int jdk) {
        // Everything of a request runs on its own Vert.x context, which carries what a wrapper would have to: ADR 36
        List<String> flags = new ArrayList<>(List.of("-Xss512k", "-Dmutiny.disableCallBackDecorators=true"));
        if (jdk >= HEADERS_AND_PROFILES_SINCE) {
            flags.add("-XX:+UseCompactObjectHeaders");
        }
        switch (tuning) {
            // A small nursery: it never grows while somebody only looks
            case QUICK -> flags.addAll(List.of("-XX:MaxMetaspaceSize=160m", "-Xmn8m"));
            // What the second compiler has used goes back to the system; JDKs before 17.0.9 do not know how
            case LASTING -> flags.addAll(List.of("-XX:MaxMetaspaceSize=160m", "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:TrimNativeHeapInterval=10000"));
            // Not bounded: a cache is put together within the metaspace and is larger; profiles need both compilers
            default -> flags.addAll(jdk >= HEADERS_AND_PROFILES_SINCE ? List.of() : List.of("-XX:TieredStopAtLevel=1"));
        }
        return flags;
    }

    /**
     * A cache holds no class that Quarkus' own class loader of {@code quarkus-run.jar} has defined. Classes that Quarkus has
     * changed stand before the originals.
     */
    private List<String> onOneClassPath() throws IOException {
        List<Path> jars = new ArrayList<>(List.of(build.resolve("quarkus/transformed-bytecode.jar"),
                build.resolve("quarkus/generated-bytecode.jar")));
        for (String folder : List.of("app", "lib/main", "lib/boot")) {
            try (Stream<Path> files = Files.list(build.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "-cp",
                jars.stream().map(Path::toString).collect(Collectors.joining(":")), "io.quarkus.runner.GeneratedMain");
    }
}
