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

    /** What a JVM is tuned for. */
    public enum Tuning {
        /** First compiler only: ready soonest, for what is started to be looked at or tested. */
        QUICK("-XX:TieredStopAtLevel=1"),
        /** Both compilers: three to four times the work of one core once warm, for what stays up. */
        LASTING("-XX:+TieredCompilation"),
        /** Writes down at its end what it has loaded and how it ran ({@link ClassCache}); profiles need both compilers. */
        RECORDING("-XX:+TieredCompilation");

        private final String flag;

        Tuning(String flag) {
            this.flag = flag;
        }
    }

    /** A command line for a small JVM: serial collector, bounded heap. */
    public static List<String> small(int heapMaxMb, Tuning tuning) {
        return new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", tuning.flag, "-Xms32m", "-Xmx" + heapMaxMb + "m",
                "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
    }
}
