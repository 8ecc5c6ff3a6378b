package fr.microcredit.backing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How child JVMs are called. */
public final class Jvm {
    private Jvm() {
    }

    /** The {@code java} of the JDK that runs this process. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A command line for a small JVM: serial collector, bounded heap, first compiler tier only, quick to start. */
    public static List<String> small(int heapMaxMb) {
        return new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms32m",
                "-Xmx" + heapMaxMb + "m", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
    }
}
