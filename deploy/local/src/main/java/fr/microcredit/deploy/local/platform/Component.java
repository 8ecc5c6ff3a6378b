package fr.microcredit.deploy.local.platform;

import java.nio.file.Path;

import fr.microcredit.backing.ChildProcess;

/** A part of the platform that runs as a process of its own. */
public interface Component extends AutoCloseable {
    String name();

    /** Starts or restarts the process; returns while it still comes up. */
    void start() throws Exception;

    boolean isReady();

    /** The running process, or null before the first start. */
    ChildProcess process();

    Path logFile();

    @Override
    void close();
}
