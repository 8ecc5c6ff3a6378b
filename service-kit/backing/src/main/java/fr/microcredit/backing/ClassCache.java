package fr.microcredit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The classes of a program as an earlier run left them, loaded and linked: an archive of class data, from JDK 25 on an AOT
 * cache that also holds profiles of the methods. A JVM for which it does not fit (another JDK, other jars, no cache at all)
 * warns and starts without it; only half a file may do harm, so one is in place when it is finished. Only classes from the class path go in, none that another class loader has defined.
 */
public final class ClassCache {
    private static final int AOT_SINCE = 25;

    private final Path file;
    private final boolean aot;

    /** @param folder of the program's build: what replaces the jars takes the cache away with them */
    public static ClassCache of(Path folder) {
        return new ClassCache(folder, Runtime.version());
    }

    ClassCache(Path folder, Runtime.Version jdk) {
        this.aot = jdk.feature() >= AOT_SINCE;
        this.file = folder.resolve("classes-" + jdk + (aot ? ".aot" : ".jsa"));
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Flags of a JVM that starts with it. */
    public List<String> use() {
        return List.of((aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
    }

    /** Flags of a JVM that writes it when it ends; then {@link #keep()}. */
    public List<String> record() {
        return List.of((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + unfinished());
    }

    /** The JVM that recorded has ended by itself: what it wrote is used from now on. */
    public void keep() {
        try {
            if (Files.exists(unfinished())) {
                Files.move(unfinished(), file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + file, e);
        }
    }

    private Path unfinished() {
        return file.resolveSibling("unfinished-" + file.getFileName());
    }
}
