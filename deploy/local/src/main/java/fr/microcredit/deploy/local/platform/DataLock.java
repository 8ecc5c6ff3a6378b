package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One launcher for one data folder: the lock goes with the process, however it ends. */
public final class DataLock implements AutoCloseable {
    private final Path data;
    private final FileChannel channel;

    private DataLock(Path data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    public static DataLock on(Path data) throws IOException {
        Path file = data.resolveSibling(data.getFileName() + ".lock");
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new DataLock(data, channel);
    }

    /** @throws StartException when another launcher runs on this data */
    public void hold() throws IOException {
        if (!isTaken(channel)) {
            throw new StartException(
                    "Another deploy/up runs on " + data + ".\nStop it first, or choose another folder with"
                            + " --data FOLDER and other ports with --port-base N.");
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
