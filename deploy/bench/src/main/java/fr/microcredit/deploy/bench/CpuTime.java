package fr.microcredit.deploy.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import fr.microcredit.deploy.local.platform.Component;
import fr.microcredit.deploy.local.platform.Platform;

/** Processor time that each component has used since it started, its children with it, from Linux' {@code /proc}. */
final class CpuTime {
    /** Linux counts in hundredths of a second whatever the kernel's own clock is. */
    private static final int MS_PER_TICK = 10;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;
    private static final int DIGITS = 2;

    private final Map<String, Long> millis;

    private CpuTime(Map<String, Long> millis) {
        this.millis = millis;
    }

    static CpuTime of(Platform platform) {
        Map<String, Long> millis = new LinkedHashMap<>();
        for (Component component : platform.components()) {
            ProcessHandle.of(component.process().pid())
                    .ifPresent(process -> millis.put(component.name(), millis(process)));
        }
        return new CpuTime(millis);
    }

    private static long millis(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMapToLong(each -> LongStream.of(ticks(each.pid()))).sum() * MS_PER_TICK;
    }

    /** User and system time of a process and of its ended children: fields 14 to 17, behind a name that may hold blanks. */
    private static long ticks(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks;
        } catch (IOException e) {
            // it has ended meanwhile
            return 0;
        }
    }

    /** Milliseconds for each of so many commands since {@code before}, all together. */
    BigDecimal perCommand(CpuTime before, long commands) {
        long all = millis.entrySet().stream()
                .mapToLong(each -> each.getValue() - before.millis.getOrDefault(each.getKey(), 0L)).sum();
        return each(all, commands);
    }

    /** The same by component, those that used something. */
    String byComponent(CpuTime before, long commands) {
        return millis.entrySet().stream()
                .map(each -> Map.entry(each.getKey(),
                        each(each.getValue() - before.millis.getOrDefault(each.getKey(), 0L), commands)))
                .filter(each -> each.getValue().signum() > 0).map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static BigDecimal each(long millis, long commands) {
        return BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(Math.max(1, commands)), DIGITS,
                RoundingMode.HALF_UP);
    }
}
