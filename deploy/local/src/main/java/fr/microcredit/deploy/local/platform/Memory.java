package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Memory of a process with its children as PSS: shared pages count in parts. Linux only. */
public final class Memory {
    private static final int KIB_PER_MIB = 1024;

    private Memory() {
    }

    /** MiB, or -1 where the system does not tell. */
    public static long pssMib(ProcessHandle process) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
        long kib = 0;
        for (ProcessHandle each : all) {
            long own = pssKib(each.pid());
            if (own < 0) {
                return -1;
            }
            kib += own;
        }
        return kib / KIB_PER_MIB;
    }

    private static long pssKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                    .findFirst().orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }
}
